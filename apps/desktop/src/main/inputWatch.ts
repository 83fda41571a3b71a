import type { SystemInput } from "../shared/desktopApi";
import { IDLE_AFTER_MS } from "../shared/idle";

/** The part of Electron's `powerMonitor` that tells of people: https://www.electronjs.org/docs/latest/api/power-monitor */
export interface InputMonitor {
  getSystemIdleState(seconds: number): "active" | "idle" | "locked" | "unknown";
  on(event: "lock-screen" | "unlock-screen", listener: () => void): unknown;
}

/** How often the system is asked; nothing tells of input by itself. */
const LOOK_MS = 1_000;

/** Tells how it is with input to the whole computer whenever that changes. */
export function watchInput(monitor: InputMonitor, tell: (input: SystemInput) => void): { tellAgain(): void } {
  // Some systems tell of the lock by these events alone, others in the state.
  let locked = false;
  let last: SystemInput | null = null;
  const current = (): SystemInput => {
    if (locked) return "locked";
    const state = monitor.getSystemIdleState(IDLE_AFTER_MS / 1000);
    // Where the system does not say (some Wayland desktops), what is done in the page decides.
    return state === "unknown" ? "idle" : state;
  };
  const look = () => {
    const now = current();
    if (now === last) return;
    last = now;
    tell(now);
  };
  const setLocked = (is: boolean) => () => {
    locked = is;
    look();
  };
  monitor.on("lock-screen", setLocked(true));
  monitor.on("unlock-screen", setLocked(false));
  setInterval(look, LOOK_MS);
  look();
  return { tellAgain: () => tell(last ?? current()) };
}
