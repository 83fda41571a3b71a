import { useEffect, useState } from "react";
import { useApp } from "../appContext";
import { DoctorDialog } from "../doctor/DoctorDialog";
import { Dialog } from "../kit/Dialog";
import { Section } from "../kit/Section";
import { t } from "../strings/strings";
import { About } from "./About";
import { AppearanceSettings } from "./AppearanceSettings";
import { CallSettings } from "./CallSettings";
import { ConnectionSettings } from "./ConnectionSettings";
import { DeviceSettings } from "./DeviceSettings";
import { PrivacySettings } from "./PrivacySettings";
import { ServerSettings } from "./ServerSettings";

interface SettingsDialogProps {
  /** During a call only what belongs to the call is offered. */
  devicesOnly?: boolean;
  onClose: () => void;
}

/** The settings, or in their place the check of the connection, which needs the devices the settings show. */
export function SettingsDialog(props: SettingsDialogProps) {
  const [checking, setChecking] = useState(false);
  if (checking) return <DoctorDialog onClose={() => setChecking(false)} />;
  return <AllSettings {...props} onCheck={() => setChecking(true)} />;
}

function AllSettings({ devicesOnly = false, onClose, onCheck }: SettingsDialogProps & { onCheck: () => void }) {
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
      <Section title={t.doctor.section}>
        <ConnectionSettings onCheck={onCheck} />
      </Section>
      <Section title={t.settings.appearance}>
        <AppearanceSettings />
      </Section>
      <Section title={t.privacy.title}>
        <PrivacySettings />
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
