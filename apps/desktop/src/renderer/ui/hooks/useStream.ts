import { useCallback, useSyncExternalStore } from "react";
import type { StreamName } from "../appContext";
import { useApp } from "../appContext";

/** The live stream of that name, or null while there is none. */
export function useStream(name: StreamName): MediaStream | null {
  const { streams } = useApp();
  const subscribe = useCallback((listener: () => void) => streams.subscribe(listener), [streams]);
  return useSyncExternalStore(subscribe, () => streams.get(name));
}
