import { z } from "zod";

/** Most points of one message; a hand draws fewer between two of them. */
export const INK_POINTS_MAX = 64;
/** Most messages per second that a client sends; what comes faster than twice this is dropped. */
export const INK_MESSAGES_PER_SECOND = 30;

const share = z.number().min(0).max(1);

/** A place on the shared picture: 0 is its left or top edge, 1 its right or bottom edge. */
export const inkPoint = z.strictObject({ x: share, y: share });
export type InkPoint = z.infer<typeof inkPoint>;

/** What is drawn on a shared picture: where the viewer points (null: nowhere), and more points of one stroke. */
export const drawnInk = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("pointer"), at: inkPoint.nullable() }),
  z.strictObject({
    type: z.literal("ink"),
    /** Numbers the strokes of one share; points with the same number are one line. */
    stroke: z.number().int().min(0).max(1_000_000_000),
    points: z.array(inkPoint).min(1).max(INK_POINTS_MAX),
  }),
]);
export type DrawnInk = z.infer<typeof drawnInk>;

/**
 * What the two clients say to each other about drawing, as JSON text on the negotiated data channel `ink` (id 1): a
 * channel of its own, so that a lost packet of a stroke never holds up a hang-up.
 */
export const inkMessage = z.discriminatedUnion("type", [
  ...drawnInk.options,
  /** From the sharer: may the other side draw on what is shared? Until this is said they may not. */
  z.strictObject({ type: z.literal("inkAllowed"), allowed: z.boolean() }),
]);
export type InkMessage = z.infer<typeof inkMessage>;
