import { useEffect, useRef } from "react";
import { useDevices, useSettings } from "../hooks/stores";
import { useStream } from "../hooks/useStream";
import { useVolume } from "./useVolume";

interface AudioOutProps {
  stream: "remoteVoice" | "remoteShareSound";
  /** 0 to 1. */
  volume?: number;
}

/** Plays one sound of the call on the chosen speaker. */
export function AudioOut({ stream: name, volume = 1 }: AudioOutProps) {
  const audio = useRef<HTMLAudioElement>(null);
  const stream = useStream(name);
  const chosen = useSettings((settings) => settings.speakerId);
  const speakers = useDevices((devices) => devices.speakers);
  // An unplugged speaker gives way to the system's until it is back.
  const speakerId = speakers.some(({ deviceId }) => deviceId === chosen) ? chosen : null;

  useEffect(() => {
    const element = audio.current;
    if (!element) return;
    element.srcObject = stream;
    if (!stream) return;
    const play = () => void element.play().catch(() => undefined);
    play();
    // A browser may refuse sound until the page is touched.
    const retry = () => element.paused && play();
    window.addEventListener("pointerdown", retry);
    return () => window.removeEventListener("pointerdown", retry);
  }, [stream]);

  useVolume(audio, stream, volume);

  useEffect(() => {
    // Absent in Safari and on phones, where the system chooses.
    audio.current?.setSinkId?.(speakerId ?? "").catch(() => undefined);
  }, [speakerId]);

  return <audio ref={audio} data-stream={name} autoPlay hidden />;
}
