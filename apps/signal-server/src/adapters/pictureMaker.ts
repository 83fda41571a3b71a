import { ok, PICTURE_SIZE, refused, type Result } from "@sightline/protocol";
import type { PictureMaker } from "../domain/ports";

/** 4096 times 4096: no photo that an app has shrunk is near it. */
const MAX_PIXELS = 16_777_216;
const SECONDS = 5;
const WEBP_QUALITY = 82;

/** All that is read. SVG, PDF and whatever else the library knows stay shut. */
const READERS = ["Jpeg", "Png", "Webp", "Nsgif"].map((name) => `VipsForeignLoad${name}Buffer`);

/** Loaded when the first picture comes: a machine that has no build of it goes without pictures, not without calls. */
async function loadSharp() {
  const { default: sharp } = await import("sharp");
  sharp.cache(false);
  sharp.concurrency(1);
  sharp.block({ operation: ["VipsForeignLoad"] });
  sharp.unblock({ operation: READERS });
  return sharp;
}

/** Decodes and encodes anew, so that no place, camera, comment or appended file survives. */
async function draw(sharp: Awaited<ReturnType<typeof loadSharp>>, file: Uint8Array): Promise<Result<Uint8Array>> {
  try {
    // The header alone: a small file may unpack to gigabytes.
    const { width, height } = await sharp(file, { limitInputPixels: false }).metadata();
    if (width * height > MAX_PIXELS) return refused("picture.tooManyPixels");
    const drawn = sharp(file, { limitInputPixels: MAX_PIXELS, failOn: "error" })
      .timeout({ seconds: SECONDS })
      .autoOrient()
      .resize(PICTURE_SIZE, PICTURE_SIZE, { fit: "cover" })
      .flatten({ background: "#fff" })
      .webp({ quality: WEBP_QUALITY });
    return ok(await drawn.toBuffer());
  } catch {
    return refused("picture.unreadable");
  }
}

/** In the library's own threads, one picture after the other; as many as `maxWaiting` may wait. */
export function createPictureMaker({ maxWaiting = 16 } = {}): PictureMaker {
  let library: ReturnType<typeof loadSharp> | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return {
    async make(file) {
      if (waiting >= maxWaiting) return refused("server.unavailable", { retryAfterSeconds: 5 });
      waiting++;
      library ??= loadSharp();
      const drawn = Promise.all([library, last]).then(([sharp]) => draw(sharp, file));
      last = drawn.catch(() => undefined);
      try {
        return await drawn;
      } finally {
        waiting--;
      }
    },
  };
}
