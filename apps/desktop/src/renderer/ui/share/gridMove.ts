/**
 * Where a key leads in a grid that is filled row by row; null for a key that leads nowhere. The ends do not wrap: who
 * holds the arrow down should stop at the last, not start anew.
 * @param from index of the focused item, of `count`
 */
export function gridMove(key: string, from: number, count: number, columns: number): number | null {
  const last = count - 1;
  if (count <= 0) return null;
  switch (key) {
    case "ArrowLeft":
      return Math.max(0, from - 1);
    case "ArrowRight":
      return Math.min(last, from + 1);
    case "ArrowUp":
      return from - columns < 0 ? from : from - columns;
    case "ArrowDown":
      return moveDown(from, last, columns);
    case "Home":
      return 0;
    case "End":
      return last;
    default:
      return null;
  }
}

/** Below an item that has nothing below it the last row may still have something: its last item. */
function moveDown(from: number, last: number, columns: number): number {
  const inLastRow = Math.floor(from / columns) === Math.floor(last / columns);
  return inLastRow ? from : Math.min(last, from + columns);
}
