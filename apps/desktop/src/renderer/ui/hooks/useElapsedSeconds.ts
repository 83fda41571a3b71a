import { useEffect, useState } from "react";

/** Whole seconds since `start` (ms since 1970), counted on; null while there is no start. */
export function useElapsedSeconds(start: number | null): number | null {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (start === null) return;
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, [start]);
  return start === null ? null : Math.max(0, Math.floor((now - start) / 1000));
}
