import { useCallback, useEffect, useRef, useState } from "react";

/** Runs one task at a time: while one is running, `busy` is true and further ones are not started. */
export function useBusy(): { busy: boolean; run: (task: () => Promise<void>) => void } {
  const [busy, setBusy] = useState(false);
  const running = useRef(false);
  const mounted = useRef(true);
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);
  const run = useCallback((task: () => Promise<void>) => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    void task().finally(() => {
      running.current = false;
      if (mounted.current) setBusy(false);
    });
  }, []);
  return { busy, run };
}
