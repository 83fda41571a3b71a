import { useCallback, useEffect, useRef, useState } from "react";

const SLEEPS_AFTER_MS = 3000;

/** True for a while after each `wake`: for what shows itself only to somebody who is about to use it. */
export function useAwake(): { awake: boolean; wake: () => void; sleep: () => void } {
  const [awake, setAwake] = useState(true);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const sleep = useCallback(() => {
    clearTimeout(timer.current);
    setAwake(false);
  }, []);
  const sleepLater = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setAwake(false), SLEEPS_AFTER_MS);
  }, []);
  const wake = useCallback(() => {
    setAwake(true);
    sleepLater();
  }, [sleepLater]);
  useEffect(() => {
    sleepLater();
    return () => clearTimeout(timer.current);
  }, [sleepLater]);
  return { awake, wake, sleep };
}
