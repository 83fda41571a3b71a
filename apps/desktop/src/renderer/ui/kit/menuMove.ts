/** Which item a key leads to, around the ends; null: the key means something else. */
export function nextItem(key: string, now: number, count: number): number | null {
  if (count === 0) return null;
  if (key === "ArrowDown") return (now + 1) % count;
  if (key === "ArrowUp") return (Math.max(now, 0) - 1 + count) % count;
  if (key === "Home") return 0;
  return key === "End" ? count - 1 : null;
}

interface Edges {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Between menu and button, and between menu and the edge of the window, px. */
const GAP = 8;

/** Over the button or below it, where there is more room, and never over the edge. */
export function menuPlace(button: Edges, width: number, window: { innerWidth: number; innerHeight: number }) {
  const { innerWidth, innerHeight } = window;
  const centred = (button.left + button.right - width) / 2;
  const left = Math.max(GAP, Math.min(centred, innerWidth - width - GAP));
  const above = button.top > innerHeight - button.bottom;
  const maxHeight = (above ? button.top : innerHeight - button.bottom) - 2 * GAP;
  return above
    ? { left, bottom: innerHeight - button.top + GAP, maxHeight }
    : { left, top: button.bottom + GAP, maxHeight };
}
