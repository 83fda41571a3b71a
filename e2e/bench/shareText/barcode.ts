import { sceneSize } from "./scene";

/** Two rows of black and white squares in the corner below on the right: 24 bits of the clock (ms) and 8 of a check sum. */
const SQUARE = 20;
const COLUMNS = 16;
const ROWS = 2;
const CLOCK_BITS = 24;
const CLOCK_RANGE = 2 ** CLOCK_BITS;

export const barcodeArea = {
  x: sceneSize.width - COLUMNS * SQUARE,
  y: sceneSize.height - ROWS * SQUARE,
  width: COLUMNS * SQUARE,
  height: ROWS * SQUARE,
} as const;

const bytesOf = (value: number) => [value & 255, (value >> 8) & 255, (value >> 16) & 255];
const checkSum = (value: number) => bytesOf(value).reduce((sum, byte) => (sum * 31 + byte + 7) & 255, 0);

/** @param clock whole ms since 1970 */
export function drawBarcode(onto: CanvasRenderingContext2D, clock: number): void {
  const value = clock % CLOCK_RANGE;
  const bits = [...bytesOf(value), checkSum(value)];
  for (let bit = 0; bit < COLUMNS * ROWS; bit += 1) {
    onto.fillStyle = ((bits[bit >> 3] ?? 0) >> (bit & 7)) & 1 ? "#fff" : "#000";
    const [column, row] = [bit % COLUMNS, Math.floor(bit / COLUMNS)];
    onto.fillRect(barcodeArea.x + column * SQUARE, barcodeArea.y + row * SQUARE, SQUARE, SQUARE);
  }
}

/**
 * The clock (ms since 1970) in a picture of the barcode's area at its own size, or null where it cannot be read.
 * @param now tells which of the clocks that end in the same bits is meant: the last one before
 */
export function readBarcode({ data, width }: ImageData, now: number): number | null {
  const bytes = [0, 0, 0, 0];
  for (let bit = 0; bit < COLUMNS * ROWS; bit += 1) {
    const x = (bit % COLUMNS) * SQUARE + SQUARE / 2;
    const y = Math.floor(bit / COLUMNS) * SQUARE + SQUARE / 2;
    if ((data[(y * width + x) * 4 + 1] ?? 0) > 127) bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) | (1 << (bit & 7));
  }
  const [low = 0, middle = 0, high = 0, check] = bytes;
  const value = low | (middle << 8) | (high << 16);
  if (check !== checkSum(value)) return null;
  const age = (((Math.floor(now) - value) % CLOCK_RANGE) + CLOCK_RANGE) % CLOCK_RANGE;
  return Math.floor(now) - age;
}
