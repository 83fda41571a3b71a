import type { DrawnInk } from "@sightline/protocol";
import { drawOn, emptySheet, fade, type InkSheet } from "../../../shared/inkSheet";
import type { InkBoard } from "../../ui/appContext";

export type DrawnBoard = InkBoard & {
  draw(drawn: DrawnInk): void;
  wipe(): void;
};

/** A sheet with its clock and those who look at it; what has faded is forgotten with the next thing drawn. */
export function createInkBoard(): DrawnBoard {
  const listeners = new Set<() => void>();
  const now = () => performance.now();
  let sheet = emptySheet;
  const set = (next: InkSheet) => {
    sheet = next;
    for (const listener of listeners) listener();
  };
  return {
    now,
    current: () => sheet,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    draw: (drawn) => set(drawOn(fade(sheet, now()), drawn, now())),
    wipe: () => set(emptySheet),
  };
}
