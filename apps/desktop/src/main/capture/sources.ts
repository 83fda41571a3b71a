import type { ShareSource } from "../../shared/sharing";

/** The parts of Electron's NativeImage used here. */
export interface Picture {
  isEmpty(): boolean;
  toBitmap(): Buffer;
  toJPEG(quality: number): Buffer;
  toDataURL(): string;
}

/** The parts of Electron's DesktopCapturerSource used here. */
export interface CapturedSource {
  readonly id: string;
  readonly name: string;
  readonly thumbnail: Picture;
  /** Null unless icons were asked for. */
  readonly appIcon: Picture | null;
}

/** What the page was offered, without its pictures. */
export type OfferedSource = Omit<ShareSource, "thumbnail" | "appIcon">;

/** What is to be captured. */
export interface CaptureOrder {
  readonly kinds: ShareSource["kind"] | "both";
  readonly icons: boolean;
}

export function kindOf({ id }: Pick<CapturedSource, "id">): ShareSource["kind"] {
  return id.startsWith("screen:") ? "screen" : "window";
}

/**
 * What the picker may show, without our own windows (R5).
 * @param ownIds `getMediaSourceId()` of our windows; its last part may differ from the listed one, the native id does not
 */
export function withoutOurs(captured: readonly CapturedSource[], ownIds: readonly string[]): readonly CapturedSource[] {
  const own = new Set(ownIds.map(nativeId));
  return captured.filter((source) => !own.has(nativeId(source.id)));
}

function nativeId(id: string): string {
  return id.split(":").slice(0, 2).join(":");
}
