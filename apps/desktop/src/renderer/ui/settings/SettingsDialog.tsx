import { type ReactNode, useEffect } from "react";
import { useApp } from "../appContext";
import { Dialog } from "../kit/Dialog";
import { t } from "../strings/strings";
import { About } from "./About";
import { AppearanceSettings } from "./AppearanceSettings";
import { CallSettings } from "./CallSettings";
import { DeviceSettings } from "./DeviceSettings";
import { RelaySetting } from "./RelaySetting";
import { ServerSettings } from "./ServerSettings";
import styles from "./Settings.module.css";

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.section}>
      <h3 className={styles.title}>{title}</h3>
      {children}
    </section>
  );
}

interface SettingsDialogProps {
  /** During a call only what belongs to the call is offered. */
  devicesOnly?: boolean;
  onClose: () => void;
}

export function SettingsDialog({ devicesOnly = false, onClose }: SettingsDialogProps) {
  const { intents } = useApp();
  useEffect(() => {
    intents.openSettings(true);
    return () => intents.openSettings(false);
  }, [intents]);
  return (
    <Dialog title={t.settings.title} size="medium" onClose={onClose}>
      <Section title={t.settings.devices}>
        <DeviceSettings />
      </Section>
      <Section title={t.waiting.settings}>
        <CallSettings />
      </Section>
      <Section title={t.settings.appearance}>
        <AppearanceSettings />
      </Section>
      <Section title={t.relay.title}>
        <RelaySetting />
      </Section>
      {!devicesOnly && (
        <Section title={t.settings.server}>
          <ServerSettings />
        </Section>
      )}
      <Section title={t.settings.about}>
        <About />
      </Section>
    </Dialog>
  );
}
