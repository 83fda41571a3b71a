import { type RefObject, useEffect, useRef, useState } from "react";
import { canSetVolume, openSoftener, type Softener } from "./softener";

function play(element: HTMLAudioElement, stream: MediaStream): void {
  if (element.srcObject === stream) return;
  element.srcObject = stream;
  element.play().catch(() => undefined);
}

function setElementVolume(element: HTMLAudioElement, volume: number): void {
  element.volume = volume;
  element.muted = volume === 0;
}

/**
 * Sets how loud an element plays a stream, 0 to 1, on iPhones too. There the sound takes a way of its own only from the
 * first time on that somebody wants it quieter: full volume never depends on it.
 */
export function useVolume(audio: RefObject<HTMLAudioElement | null>, stream: MediaStream | null, volume: number): void {
  const [byElement] = useState(canSetVolume);
  const softener = useRef<Softener | null>(null);
  const wanted = useRef(volume);
  const soften = !byElement && stream !== null && volume < 1;

  useEffect(() => {
    wanted.current = volume;
    softener.current?.setVolume(volume);
    if (audio.current) setElementVolume(audio.current, volume);
  }, [audio, volume]);

  useEffect(() => {
    const element = audio.current;
    if (!soften || !stream || !element) return;
    let over = false;
    const begin = (opened: Softener) => {
      if (over) return opened.close();
      softener.current = opened;
      opened.setVolume(wanted.current);
      play(element, opened.stream);
    };
    openSoftener(stream, wanted.current).then(begin, () => undefined);
    return () => {
      over = true;
      softener.current?.close();
      softener.current = null;
      if (element.srcObject !== null) play(element, stream);
    };
  }, [audio, stream, soften]);
}
