import { z } from "zod";

/** What one side is sending right now. True means: the other side should see or hear it. */
export const mediaState = z.object({
  microphone: z.boolean(),
  camera: z.boolean(),
  share: z.boolean(),
  shareSound: z.boolean(),
  // Not said by older clients, who leave out what they do not know when they are told.
  /** The share holds its last picture, and nothing new leaves until it goes on. */
  sharePaused: z.boolean().default(false),
  /** The shared window is minimised: its last picture stays until it is brought back. */
  shareHidden: z.boolean().default(false),
  /** With `share` false: it ended because its window was closed, not by a wish. */
  shareClosed: z.boolean().default(false),
});
export type MediaState = z.infer<typeof mediaState>;

/**
 * The safety code's three messages, in this order, from the caller, the callee and the caller. Each side adds chance that the other
 * could not know when it chose its own: https://www.rfc-editor.org/rfc/rfc6189#section-4.4.1.1 (ZRTP's hash commitment).
 */
export const safetyMessage = z.discriminatedUnion("type", [
  /** SHA-256 of the nonce that is revealed last, hex. */
  z.object({ type: z.literal("safetyCommit"), commitment: z.string().regex(/^[0-9a-f]{64}$/) }),
  z.object({ type: z.literal("safetyNonce"), nonce: z.string().regex(/^[0-9a-f]{32}$/) }),
  z.object({ type: z.literal("safetyReveal"), nonce: z.string().regex(/^[0-9a-f]{32}$/) }),
]);
export type SafetyMessage = z.infer<typeof safetyMessage>;

/**
 * What the two clients say to each other directly, as JSON text on the negotiated data channel `control` (id 0).
 * It needs no server, so mute and hang-up work while signaling is away.
 */
export const peerMessage = z.discriminatedUnion("type", [
  z.object({ type: z.literal("media"), media: mediaState }),
  z.object({ type: z.literal("hangUp") }),
  /** By the callee: they accepted. The server is told at the same time, and has the last word. */
  z.object({ type: z.literal("accept") }),
  /**
   * Nothing came for a while: what arrives now cannot be shown until a picture comes that needs no earlier one. As a PLI
   * (https://www.rfc-editor.org/rfc/rfc4585#section-6.3.1), which browsers send every three seconds only.
   */
  z.object({ type: z.literal("picturesLost") }),
  ...safetyMessage.options,
]);
export type PeerMessage = z.infer<typeof peerMessage>;
