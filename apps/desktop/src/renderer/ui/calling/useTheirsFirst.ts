import { useCallback, useEffect, useState } from "react";

/** So long, ms, one's own picture waits for the other one's at most; who is called may have no camera on. */
const WAIT_MS = 1_000;

/**
 * May one's own picture be drawn? At the start of a call it costs as much as all the rest of the screen, just when the first
 * picture of the other side has to come through; on a machine without a free processor that one may come 290 ms later
 * (docs/call-setup.md).
 */
export function useTheirsFirst(): { readonly mayDrawOwn: boolean; readonly theirsShown: () => void } {
  const [mayDrawOwn, setMayDrawOwn] = useState(false);
  const theirsShown = useCallback(() => setMayDrawOwn(true), []);
  useEffect(() => {
    const timer = setTimeout(theirsShown, WAIT_MS);
    return () => clearTimeout(timer);
  }, [theirsShown]);
  return { mayDrawOwn, theirsShown };
}
