import { z } from "zod";

/** What one side is sending right now. True means: the other side should see or hear it. */
export const mediaState = z.object({
  microphone: z.boolean(),
  camera: z.boolean(),
  share: z.boolean(),
  shareSound: z.boolean(),
});
export type MediaState = z.infer<typeof mediaState>;

/**
 * What the two clients say to each other directly, as JSON text on the negotiated data channel `control` (id 0).
 * It needs no server, so mute and hang-up work while signaling is away.
 */
export const peerMessage = z.discriminatedUnion("type", [
  z.object({ type: z.literal("media"), media: mediaState }),
  z.object({ type: z.literal("hangUp") }),
]);
export type PeerMessage = z.infer<typeof peerMessage>;
