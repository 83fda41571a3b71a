import { fade, type InkSheet, isBlank } from "../../../../shared/inkSheet";
import { drawSheet, type PictureBox } from "./drawSheet";

interface Parts {
  readonly canvas: HTMLCanvasElement;
  readonly sheet: () => InkSheet;
  /** Where the picture lies in the canvas; null while there is none. */
  readonly box: () => PictureBox | null;
  /** Clock of the sheet, ms. */
  readonly now: () => number;
}

/** Keeps a canvas drawn as long as there is something on the sheet. Returns what to call when something was drawn. */
export function animateInk({ canvas, sheet, box, now }: Parts): { wake(): void; stop(): void } {
  const pen = canvas.getContext("2d");
  let frame = 0;
  const draw = () => {
    frame = 0;
    const ratio = window.devicePixelRatio;
    const width = Math.round(canvas.clientWidth * ratio);
    const height = Math.round(canvas.clientHeight * ratio);
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
    pen?.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen?.clearRect(0, 0, canvas.clientWidth, canvas.clientHeight);
    const current = fade(sheet(), now());
    const place = box();
    if (pen && place) drawSheet(pen, current, place, now());
    if (!isBlank(current)) wake();
  };
  const wake = () => {
    if (frame === 0) frame = requestAnimationFrame(draw);
  };
  return { wake, stop: () => cancelAnimationFrame(frame) };
}
