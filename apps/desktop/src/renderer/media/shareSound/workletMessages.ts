/** Names the worklets are registered under. */
export const FEED_PROCESSOR = "sightline-share-feed";
export const GUARD_PROCESSOR = "sightline-share-guard";

/** From the guard to the page. */
export type GuardReport =
  /** Loudness of the last moment, dB; only while somebody looks. */
  | { readonly type: "level"; readonly level: number }
  /** `silent`: the first second brought no sound. */
  | { readonly type: "first"; readonly sound: "silent" | "heard" }
  /** The share carried the peer's own voice; it is muted from here on, for good. */
  | { readonly type: "echo"; readonly lagMs: number; readonly level: number };

/** From the page to the guard. */
export type GuardOrder =
  | { readonly type: "watch"; readonly on: boolean }
  /** Nothing passes any more. */
  | { readonly type: "close" };

/** From the page to the feed: samples as they came over the bridge. */
export interface FeedOrder {
  readonly samples: Uint8Array;
}
