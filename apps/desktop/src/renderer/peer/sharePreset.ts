/** What a person chooses for a share; `auto` picks a style by how much the picture changes. */
export const sharePresets = ["auto", "text", "motion"] as const;

/** How a share is sent: for reading, or for watching. */
export type ShareStyle = "text" | "motion";

export type ShareCodec = "AV1" | "VP9" | "VP8" | "H264";

interface ShareProfile {
  /** https://www.w3.org/TR/mst-content-hint/#video-content-hints */
  readonly contentHint: "text" | "motion";
  /** Frames per second, of the capture as of the encoder. */
  readonly frameRate: number;
  /** What gives way when the line or the processor is short. */
  readonly degradation: RTCDegradationPreference;
  /** Upper limit in bit/s; congestion control stays below it. */
  readonly maxBitrate: number;
  /** The best one first; the first one both sides have is sent. */
  readonly codecs: readonly ShareCodec[];
}

/**
 * Text: AV1 and VP9 know tools for screens (palettes, copies within the picture), which is what makes scrolled text
 * cheap and sharp; a page needs no more frames than the eye can read. Motion: the codecs that every machine encodes
 * fast enough for whole frames at full rate.
 */
export const shareProfiles: Readonly<Record<ShareStyle, ShareProfile>> = {
  text: {
    contentHint: "text",
    frameRate: 15,
    degradation: "maintain-resolution",
    maxBitrate: 4_000_000,
    codecs: ["AV1", "VP9", "VP8", "H264"],
  },
  motion: {
    contentHint: "motion",
    frameRate: 60,
    degradation: "maintain-framerate",
    maxBitrate: 8_000_000,
    codecs: ["H264", "VP8", "VP9", "AV1"],
  },
};
