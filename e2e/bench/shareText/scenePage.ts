import { drawBarcode } from "./barcode";
import { createScene, DRAWS_PER_SECOND, sceneSize } from "./scene";

declare global {
  interface Window {
    playScene(source: string): void;
  }
}

/** Fills the tab with the scene and the clock of each picture, until the tab is closed. */
window.playScene = (source) => {
  const scene = createScene(source);
  const canvas = document.createElement("canvas");
  Object.assign(canvas, sceneSize);
  canvas.style.cssText = "position:fixed;inset:0";
  document.body.replaceChildren(canvas);
  const onto = canvas.getContext("2d", { alpha: false });
  if (!onto) throw new Error("no canvas");
  const draw = () => {
    const clock = Math.round(performance.timeOrigin + performance.now());
    scene.draw(onto, clock);
    drawBarcode(onto, clock);
  };
  draw();
  setInterval(draw, 1000 / DRAWS_PER_SECOND);
};
