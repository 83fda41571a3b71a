import { z } from "zod";

/** RTCIceServer (https://www.w3.org/TR/webrtc/#dom-rtciceserver). */
export const iceServer = z.object({
  urls: z.array(z.string().regex(/^(stun|stuns|turn|turns):/)).min(1),
  username: z.string().optional(),
  credential: z.string().optional(),
});
export type IceServer = z.infer<typeof iceServer>;
