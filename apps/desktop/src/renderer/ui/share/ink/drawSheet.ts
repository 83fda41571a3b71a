import { type InkSheet, strengthOf } from "../../../../shared/inkSheet";
import { INK_WIDTH, POINTER_RADIUS } from "../../../../shared/overlayLook";

/** Where the picture lies in the canvas, CSS px. */
export interface PictureBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Not a colour of the interface: it must stand out from any window, whatever its theme; the rim helps on pink. */
const INK = "#ff2d95";
const RIM = "rgb(255 255 255 / 85%)";

/** Draws what is on a sheet at a moment, over nothing else. The canvas may be transparent. */
export function drawSheet(pen: CanvasRenderingContext2D, sheet: InkSheet, box: PictureBox, at: number): void {
  pen.lineCap = "round";
  pen.lineJoin = "round";
  for (const stroke of sheet.strokes) {
    pen.globalAlpha = strengthOf(stroke, at);
    line(
      pen,
      stroke.points.map(({ x, y }) => [box.left + x * box.width, box.top + y * box.height] as const),
    );
  }
  pen.globalAlpha = 1;
  if (sheet.pointer) spot(pen, box.left + sheet.pointer.x * box.width, box.top + sheet.pointer.y * box.height);
}

function line(pen: CanvasRenderingContext2D, points: readonly (readonly [number, number])[]): void {
  const path = new Path2D();
  points.forEach(([x, y], index) => (index === 0 ? path.moveTo(x, y) : path.lineTo(x, y)));
  // A single point is a dot, which a path draws only when it goes somewhere.
  const [first] = points;
  if (points.length === 1 && first) path.lineTo(first[0], first[1] + 0.01);
  pen.strokeStyle = RIM;
  pen.lineWidth = INK_WIDTH + 2;
  pen.stroke(path);
  pen.strokeStyle = INK;
  pen.lineWidth = INK_WIDTH;
  pen.stroke(path);
}

function spot(pen: CanvasRenderingContext2D, x: number, y: number): void {
  pen.beginPath();
  pen.arc(x, y, POINTER_RADIUS - 1, 0, 2 * Math.PI);
  pen.fillStyle = INK;
  pen.fill();
  pen.strokeStyle = RIM;
  pen.lineWidth = 2;
  pen.stroke();
}
