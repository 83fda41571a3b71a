/** The four fixed transceivers, in the order of the offer's media sections. */
export const trackSlots = ["voice", "camera", "share", "shareSound"] as const;
export type TrackSlot = (typeof trackSlots)[number];

export const kindOf: Record<TrackSlot, "audio" | "video"> = {
  voice: "audio",
  camera: "video",
  share: "video",
  shareSound: "audio",
};
