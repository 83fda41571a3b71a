import type { SystemInput } from "../../../shared/desktopApi";
import { IDLE_AFTER_MS } from "../../../shared/idle";
import { isIdle } from "./idleRule";

/** All that a person does to a page. `focus`: they have come back to it. */
const INPUTS = ["pointerdown", "pointermove", "wheel", "keydown", "touchstart", "focus"] as const;

interface Options {
  /** Where input is heard. */
  readonly page: Pick<EventTarget, "addEventListener">;
  onSystemInput(listener: (input: SystemInput) => void): void;
  /** Only when it changes. */
  tell(idle: boolean): void;
}

/** Watches whether somebody is at this device. */
export function watchIdle({ page, onSystemInput, tell }: Options): { isIdle(): boolean } {
  let system: SystemInput | null = null;
  let lastInput = Date.now();
  let idle = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const look = () => {
    const pageQuietMs = Date.now() - lastInput;
    const now = isIdle({ system, pageQuietMs });
    clearTimeout(timer);
    // Input is many events a second: the timer is set when the last one runs out, not with each of them.
    timer = pageQuietMs < IDLE_AFTER_MS ? setTimeout(look, IDLE_AFTER_MS - pageQuietMs) : undefined;
    if (now === idle) return;
    idle = now;
    tell(idle);
  };
  const touched = () => {
    lastInput = Date.now();
    // Nobody types into a locked computer: the system has not told of the unlock.
    if (system === "locked") system = null;
    if (idle || timer === undefined) look();
  };
  for (const name of INPUTS) page.addEventListener(name, touched, { capture: true, passive: true });
  onSystemInput((input) => {
    system = input;
    look();
  });
  look();
  return { isIdle: () => idle };
}
