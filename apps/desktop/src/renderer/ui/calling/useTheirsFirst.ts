import type { CallKind } from "@sightline/protocol";
import { useCallback, useEffect, useState } from "react";

/** So long, ms, the rest of the screen waits for their picture at most; who is called may have no camera on. */
const REST_MS = { video: 250, audio: 50, share: 50 } as const satisfies Record<CallKind, number>;
const OWN_MS = 1_000;

interface Drawn {
  /** May all that is no picture be drawn, too: names, menus? */
  readonly rest: boolean;
  /** May one's own picture be drawn? */
  readonly own: boolean;
  readonly theirsShown: () => void;
}

/**
 * What is drawn of a call that begins: first the place of their picture, which must be there when it comes. The rest keeps
 * the page busy just when the devices are opened and the first pictures pass (docs/call-setup.md).
 */
export function useTheirsFirst(kind: CallKind): Drawn {
  const [rest, setRest] = useState(false);
  const [own, setOwn] = useState(false);
  const theirsShown = useCallback(() => {
    setRest(true);
    setOwn(true);
  }, []);
  useEffect(() => {
    const timers = [setTimeout(() => setRest(true), REST_MS[kind]), setTimeout(() => setOwn(true), OWN_MS)];
    return () => timers.forEach(clearTimeout);
  }, [kind]);
  return { rest, own, theirsShown };
}
