import { z } from "zod";

/** 64 KiB holds any honest session description (ours are near 6 KiB) and is the whole frame's limit. */
export const MAX_SDP_BYTES = 48 * 1024;
/** Candidates are batched; an honest client has a few dozen in a whole call. */
export const MAX_CANDIDATES_PER_MESSAGE = 32;

/** RTCSessionDescriptionInit without rollback (https://www.w3.org/TR/webrtc/#dom-rtcsessiondescriptioninit). */
export const description = z.object({
  type: z.enum(["offer", "answer"]),
  sdp: z.string().min(1).max(MAX_SDP_BYTES),
  /**
   * Of an answer: the ICE user name (`ice-ufrag`, RFC 8839) of the offer it answers, so that a late one is not taken for the
   * answer to a later offer. Older clients do not say it.
   */
  answers: z.string().max(256).optional(),
});
export type Description = z.infer<typeof description>;

/** RTCIceCandidateInit (https://www.w3.org/TR/webrtc/#dom-rtcicecandidateinit). */
export const candidate = z.object({
  candidate: z.string().max(1024),
  sdpMid: z.string().max(32).nullable().optional(),
  sdpMLineIndex: z.number().int().min(0).max(31).nullable().optional(),
  usernameFragment: z.string().max(256).nullable().optional(),
});
export type Candidate = z.infer<typeof candidate>;

export const candidates = z.array(candidate).min(1).max(MAX_CANDIDATES_PER_MESSAGE);
