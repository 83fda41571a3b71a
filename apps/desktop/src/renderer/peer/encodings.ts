import type { TrackSlot } from "./trackSlots";

interface Encoding {
  /** Upper limit in bit/s; congestion control stays below it. */
  readonly maxBitrate: number;
  /** Of the bitrate, when there is not enough for all; and of the packets, in networks that look at DSCP (RFC 8837). */
  readonly priority: RTCPriorityType;
  readonly degradation?: RTCDegradationPreference;
  /** The picture is sent so many times smaller, in each direction. */
  readonly scaleResolutionDownBy?: number;
}

const camera = { maxBitrate: 2_500_000, priority: "low" } as const;

/** Voice comes first when the line is short. The shared picture has limits of its own, see shareSender. */
const encodings = {
  voice: { maxBitrate: 64_000, priority: "high" },
  camera: { ...camera, degradation: "balanced", scaleResolutionDownBy: 1 },
  /** See cameraSender. What keeps its resolution is also never thrown away for its size. */
  cameraAtFirst: { ...camera, degradation: "maintain-resolution", scaleResolutionDownBy: 4 },
  shareSound: { maxBitrate: 160_000, priority: "medium" },
} as const satisfies Partial<Record<TrackSlot | "cameraAtFirst", Encoding>>;

/** Sets the limits of a slot's sender (https://www.w3.org/TR/webrtc/#dom-rtcrtpsender-setparameters). */
export async function applyEncoding(sender: RTCRtpSender, slot: keyof typeof encodings): Promise<void> {
  const { maxBitrate, priority, degradation, scaleResolutionDownBy }: Encoding = encodings[slot];
  const parameters = sender.getParameters();
  if (parameters.encodings.length === 0) return;
  for (const encoding of parameters.encodings) {
    Object.assign(encoding, { maxBitrate, priority, networkPriority: priority });
    if (scaleResolutionDownBy) encoding.scaleResolutionDownBy = scaleResolutionDownBy;
  }
  if (degradation) parameters.degradationPreference = degradation;
  await sender.setParameters(parameters);
}
