import { useEffect } from "react";
import { useApp } from "../appContext";
import { useVoiceLevel } from "../hooks/stores";
import { LevelMeter } from "../kit/LevelMeter";
import { t } from "../strings/strings";

/** How loud one is oneself, measured only while this is on the screen. Drawn apart: some twelve times a second. */
export function MicrophoneLevel({ className }: { className?: string | undefined }) {
  const { intents } = useApp();
  const level = useVoiceLevel((store) => (store.level === null ? null : Math.round(store.level)));
  useEffect(() => {
    intents.watchMicrophone(true);
    return () => intents.watchMicrophone(false);
  }, [intents]);
  const words = { levelOf: t.devices.levelOf, none: t.devices.noLevel };
  return <LevelMeter {...(className ? { className } : {})} label={t.devices.level} level={level} words={words} />;
}
