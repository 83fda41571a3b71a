import { type DrawnInk, INK_MESSAGES_PER_SECOND, INK_POINTS_MAX, type InkPoint } from "@sightline/protocol";

const APART_MS = 1_000 / INK_MESSAGES_PER_SECOND;
/** Longer is a second of ink nobody waits for. */
const MOST_WAITING = INK_MESSAGES_PER_SECOND;

interface Parts {
  readonly send: (drawn: DrawnInk) => void;
  /** Clock in milliseconds that only goes forward. */
  readonly now: () => number;
  readonly after: (ms: number, act: () => void) => void;
}

/**
 * Puts what is drawn into as few messages as the rate allows: the first goes at once, what follows is gathered. Of the
 * pointer only its last place counts.
 */
export function createInkBatch({ send, now, after }: Parts) {
  let strokes: { readonly id: number; readonly points: InkPoint[] }[] = [];
  let pointer: { readonly at: InkPoint | null } | null = null;
  let sentAt = Number.NEGATIVE_INFINITY;
  let planned = false;

  const next = (): DrawnInk | null => {
    const [first] = strokes;
    if (first) {
      const points = first.points.splice(0, INK_POINTS_MAX);
      if (first.points.length === 0) strokes = strokes.slice(1);
      return { type: "ink", stroke: first.id, points };
    }
    const moved = pointer;
    pointer = null;
    return moved && { type: "pointer", at: moved.at };
  };
  const flush = () => {
    planned = false;
    const message = next();
    if (!message) return;
    sentAt = now();
    send(message);
    plan();
  };
  const plan = () => {
    if (planned || (strokes.length === 0 && !pointer)) return;
    const wait = sentAt + APART_MS - now();
    if (wait <= 0) return flush();
    planned = true;
    after(wait, flush);
  };

  return {
    add(drawn: DrawnInk) {
      if (drawn.type === "pointer") pointer = { at: drawn.at };
      else {
        const last = strokes.at(-1);
        if (last?.id === drawn.stroke) last.points.push(...drawn.points);
        else strokes = [...strokes, { id: drawn.stroke, points: [...drawn.points] }].slice(-MOST_WAITING);
      }
      plan();
    },
    /** What waits is not sent any more. */
    drop() {
      strokes = [];
      pointer = null;
    },
  };
}
