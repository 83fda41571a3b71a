import { z } from "zod";

/** RFC 7064 and RFC 7065, as far as browsers read them. */
const iceUrl = z
  .string()
  .max(300)
  .regex(/^(stuns?:[^\s?]+|turns?:[^\s?]+(\?transport=(udp|tcp))?)$/);

/** RTCIceServer (https://www.w3.org/TR/webrtc/#dom-rtciceserver). */
export const iceServer = z.object({
  urls: z.array(iceUrl).min(1).max(8),
  username: z.string().max(512).optional(),
  credential: z.string().max(512).optional(),
});
export type IceServer = z.infer<typeof iceServer>;

/** What a client may use to find a path, and for how long. */
export const iceGrant = z.object({
  servers: z.array(iceServer).max(8),
  /** From the answer on, so that a client's wrong clock does no harm; null: nothing in it expires. */
  secondsLeft: z.number().int().positive().nullable(),
});
export type IceGrant = z.infer<typeof iceGrant>;
