import "../app/checkWithoutEval";
import { drawOn, emptySheet, fade } from "../../shared/inkSheet";
import { type OverlayLook, overlayLook } from "../../shared/overlayLook";
import { animateInk } from "../ui/share/ink/inkCanvas";

const canvas = document.querySelector("canvas");
if (!canvas) throw new Error("overlay.html has no canvas");

let sheet = emptySheet;
const now = () => performance.now();
const ink = animateInk({
  canvas,
  sheet: () => sheet,
  box: () => ({ left: 0, top: 0, width: canvas.clientWidth, height: canvas.clientHeight }),
  now,
});

function follow(look: OverlayLook): void {
  switch (look.type) {
    case "frame":
      document.body.classList.toggle("paused", look.paused);
      document.body.classList.toggle("cutOut", look.cutOut);
      // There the window's outline is the drawing.
      canvas?.toggleAttribute("hidden", look.cutOut);
      return;
    case "drawn":
      sheet = drawOn(fade(sheet, now()), look.drawn, now());
      return ink.wake();
    case "wiped":
      sheet = emptySheet;
      return ink.wake();
  }
}

window.sightlineOverlay?.onLook((look) => {
  const checked = overlayLook.safeParse(look);
  if (checked.success) follow(checked.data);
});
