import type { ListedSource } from "../../shared/sharing";
import { type CapturedSource, type CaptureOrder, kindOf, type Picture } from "./sources";

/** A thumbnail is some 300 px wide: more than this is not seen, and costs. */
const JPEG_QUALITY = 72;

type SentPictures = Pick<ListedSource, "thumbnail" | "appIcon">;

/**
 * Which pictures the page already has. Comparing the pixels of a thumbnail takes microseconds, while encoding it, sending
 * it and drawing it takes milliseconds, on the thread that also carries the call's signaling.
 */
export function createSentPictures() {
  const thumbnails = new Map<string, Buffer | null>();
  const icons = new Set<string>();
  let iconWanted = true;

  return {
    /** The page knows nothing yet. */
    forget() {
      thumbnails.clear();
      icons.clear();
      iconWanted = true;
    },
    /** Is there a window whose icon the page does not have? Asking for icons is not free on every system. */
    wantsIcons: () => iconWanted,
    /** The pictures of these sources that the page does not have; the sources of other kinds are left as they are. */
    toSend(sources: readonly CapturedSource[], { kinds, icons: withIcons }: CaptureOrder): readonly SentPictures[] {
      const there = new Set(sources.map(({ id }) => id));
      for (const id of thumbnails.keys()) {
        if (there.has(id) || (kinds !== "both" && kindOf({ id }) !== kinds)) continue;
        thumbnails.delete(id);
        icons.delete(id);
      }
      const pictures = sources.map((source) => ({ ...thumbnailOf(source), ...(withIcons ? iconOf(source) : {}) }));
      iconWanted = sources.some((source) => kindOf(source) === "window" && !icons.has(source.id));
      return pictures;
    },
  };

  function thumbnailOf({ id, thumbnail }: CapturedSource): SentPictures {
    const pixels = thumbnail.isEmpty() ? null : thumbnail.toBitmap();
    const before = thumbnails.get(id);
    if (before !== undefined && samePixels(before, pixels)) return {};
    thumbnails.set(id, pixels);
    return { thumbnail: pixels && jpegUrl(thumbnail) };
  }

  function iconOf(source: CapturedSource): SentPictures {
    if (icons.has(source.id)) return {};
    icons.add(source.id);
    const { appIcon } = source;
    return { appIcon: kindOf(source) === "window" && appIcon && !appIcon.isEmpty() ? appIcon.toDataURL() : null };
  }
}

function samePixels(before: Buffer | null, now: Buffer | null): boolean {
  return before === null || now === null ? before === now : before.equals(now);
}

function jpegUrl(picture: Picture): string {
  return `data:image/jpeg;base64,${picture.toJPEG(JPEG_QUALITY).toString("base64")}`;
}
