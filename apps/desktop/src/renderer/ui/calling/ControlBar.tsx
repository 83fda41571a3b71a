import { Mic, MicOff, MonitorUp, MonitorX, PhoneOff, Settings, SwitchCamera, Video, VideoOff } from "lucide-react";
import type { LocalMedia } from "../../call/callView";
import { useApp } from "../appContext";
import { CameraWithMenu, MicrophoneWithMenu } from "../devices/DeviceMenus";
import { useDevices } from "../hooks/stores";
import { RoundButton } from "../kit/RoundButton";
import { t } from "../strings/strings";
import styles from "./ControlBar.module.css";

const SIZE = 22;

function MicrophoneButton({ state }: { state: LocalMedia["microphone"] }) {
  const { intents } = useApp();
  const live = state === "on" || state === "opening";
  const Icon = live ? Mic : MicOff;
  return (
    <RoundButton
      label={live ? t.calls.mute : t.calls.unmute}
      caption={live ? t.calls.mute : t.calls.unmute}
      tone={live ? "neutral" : "off"}
      shortcut="M"
      icon={<Icon size={SIZE} aria-hidden="true" />}
      onClick={intents.toggleMicrophone}
    />
  );
}

function CameraButton({ state }: { state: LocalMedia["camera"] }) {
  const { intents } = useApp();
  const live = state === "on" || state === "opening";
  const Icon = live ? Video : VideoOff;
  return (
    <RoundButton
      label={live ? t.calls.cameraOff : t.calls.cameraOn}
      caption={t.calls.camera}
      tone={live || state === "off" ? "neutral" : "off"}
      busy={state === "opening"}
      shortcut="V"
      icon={<Icon size={SIZE} aria-hidden="true" />}
      onClick={intents.toggleCamera}
    />
  );
}

function ShareButton({ state }: { state: LocalMedia["share"] }) {
  const { intents } = useApp();
  if (state === "on")
    return (
      <RoundButton
        label={t.calls.stopSharing}
        caption={t.calls.stop}
        tone="positive"
        shortcut="S"
        icon={<MonitorX size={SIZE} aria-hidden="true" />}
        onClick={intents.stopShare}
      />
    );
  return (
    <RoundButton
      label={t.calls.shareWindow}
      caption={t.calls.share}
      busy={state === "starting"}
      shortcut="S"
      icon={<MonitorUp size={SIZE} aria-hidden="true" />}
      onClick={intents.startShare}
    />
  );
}

function HangUpButton() {
  const { intents } = useApp();
  return (
    <RoundButton
      label={t.calls.hangUp}
      caption={t.calls.hangUp}
      tone="danger"
      icon={<PhoneOff size={SIZE} aria-hidden="true" />}
      onClick={intents.hangUp}
    />
  );
}

/** The bar in the first moment of a call; its one button is where it stays. */
export function HangUpBar() {
  const { platform } = useApp();
  const others = ["microphone", "camera", ...(platform.canShare ? ["share"] : []), "settings"];
  return (
    <div className={styles.bar} role="group" aria-label={t.calls.controls}>
      {others.map((button) => (
        <span key={button} className={styles.place} />
      ))}
      <HangUpButton />
    </div>
  );
}

export function ControlBar({ local, onOpenSettings }: { local: LocalMedia; onOpenSettings: () => void }) {
  const { intents, platform } = useApp();
  const canSwitch = useDevices((devices) => devices.canSwitchCamera) && local.camera === "on";
  return (
    <div className={styles.bar} role="group" aria-label={t.calls.controls}>
      <MicrophoneWithMenu>
        <MicrophoneButton state={local.microphone} />
      </MicrophoneWithMenu>
      <CameraWithMenu>
        <CameraButton state={local.camera} />
      </CameraWithMenu>
      {canSwitch && (
        <RoundButton
          label={t.calls.switchCamera}
          caption={t.calls.switch}
          icon={<SwitchCamera size={SIZE} aria-hidden="true" />}
          onClick={intents.switchCamera}
        />
      )}
      {platform.canShare && <ShareButton state={local.share} />}
      <RoundButton
        label={t.calls.settings}
        caption={t.calls.settings}
        icon={<Settings size={SIZE} aria-hidden="true" />}
        onClick={onOpenSettings}
      />
      <HangUpButton />
    </div>
  );
}
