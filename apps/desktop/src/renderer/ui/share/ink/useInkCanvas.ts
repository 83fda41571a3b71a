import { type RefObject, useEffect, useEffectEvent } from "react";
import type { InkBoard } from "../../appContext";
import type { PictureBox } from "./drawSheet";
import { animateInk } from "./inkCanvas";

/** Keeps a canvas showing a board. `boxOf` says where the picture lies in it, asked anew for each frame. */
export function useInkCanvas(
  canvas: RefObject<HTMLCanvasElement | null>,
  board: InkBoard,
  boxOf: (canvas: HTMLCanvasElement) => PictureBox | null,
): void {
  const box = useEffectEvent(boxOf);
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const ink = animateInk({ canvas: element, sheet: board.current, now: board.now, box: () => box(element) });
    const unsubscribe = board.subscribe(ink.wake);
    ink.wake();
    return () => {
      unsubscribe();
      ink.stop();
    };
  }, [canvas, board]);
}
