import type { ShareSource } from "../../shared/sharing";

interface Picture {
  isEmpty(): boolean;
  toDataURL(): string;
}

/** The parts of Electron's DesktopCapturerSource used here. */
export interface CapturedSource {
  readonly id: string;
  readonly name: string;
  readonly thumbnail: Picture;
  readonly appIcon: Picture | null;
}

/**
 * What the picker shows, without our own windows (R5).
 * @param ownIds `getMediaSourceId()` of our windows; its last part may differ from the listed one, the native id does not
 */
export function offeredSources(captured: readonly CapturedSource[], ownIds: readonly string[]): ShareSource[] {
  const own = new Set(ownIds.map(nativeId));
  return captured.filter((source) => !own.has(nativeId(source.id))).map(toShareSource);
}

function toShareSource(source: CapturedSource): ShareSource {
  const kind = source.id.startsWith("screen:") ? "screen" : "window";
  return {
    id: source.id,
    kind,
    title: source.name,
    thumbnail: dataUrl(source.thumbnail),
    appIcon: kind === "window" ? dataUrl(source.appIcon) : null,
  };
}

function dataUrl(picture: Picture | null): string | null {
  return picture && !picture.isEmpty() ? picture.toDataURL() : null;
}

function nativeId(id: string): string {
  return id.split(":").slice(0, 2).join(":");
}
