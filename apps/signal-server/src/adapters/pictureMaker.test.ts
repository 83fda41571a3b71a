import { PICTURE_SIZE } from "@sightline/protocol";
import fc from "fast-check";
import sharp from "sharp";
import { expect, it } from "vitest";
import { codeOf, valueOf } from "../testing/httpClient";
import { bomb, movingPicture, PHOTO_TRACES, phonePhoto, pictureFile } from "../testing/pictureFiles";
import { createPictureMaker } from "./pictureMaker";

const maker = createPictureMaker();
const bytesOf = (text: string) => new TextEncoder().encode(text);
const join = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts));

/** The colour in the middle of a line, each channel 0 to 255. */
async function colourOf(picture: Uint8Array, top = PICTURE_SIZE / 2): Promise<number[]> {
  const place = { left: PICTURE_SIZE / 2, top, width: 1, height: 1 };
  return [...(await sharp(picture).extract(place).removeAlpha().raw().toBuffer())];
}

/** Nothing in the file but the picture: its RIFF chunks are those of a still one without metadata. */
function chunksOf(webp: Uint8Array): string[] {
  const file = Buffer.from(webp);
  const names: string[] = [];
  for (let at = 12; at < file.length; ) {
    names.push(file.toString("latin1", at, at + 4));
    const size = file.readUInt32LE(at + 4);
    at += 8 + size + (size % 2);
  }
  return names;
}

it.each(["jpeg", "png", "webp", "gif"] as const)("makes a square WebP of a %s", async (format) => {
  const made = valueOf(await maker.make(await pictureFile(format)));
  expect(await sharp(made).metadata()).toMatchObject({ format: "webp", width: PICTURE_SIZE, height: PICTURE_SIZE });
  expect(chunksOf(made)).toEqual(["VP8 "]);
  const [red, green, blue] = await colourOf(made);
  expect(Math.abs((red ?? 0) - 0xc0) + Math.abs((green ?? 0) - 0x20) + Math.abs((blue ?? 0) - 0x40)).toBeLessThan(20);
});

it("leaves out where and with what a photo was taken, and turns it as its EXIF says", async () => {
  const photo = await phonePhoto();
  const text = Buffer.from(photo).toString("latin1");
  // The photo must hold what is looked for afterwards.
  for (const trace of PHOTO_TRACES) expect(text).toContain(trace);
  expect((await sharp(photo).metadata()).orientation).toBe(6);
  const made = valueOf(await maker.make(photo));
  expect(chunksOf(made)).toEqual(["VP8 "]);
  expect(await sharp(made).metadata()).not.toMatchObject({ exif: expect.anything() });
  const left = Buffer.from(made).toString("latin1");
  for (const trace of PHOTO_TRACES) expect(left).not.toContain(trace);
  const [above, below] = [await colourOf(made, 20), await colourOf(made, PICTURE_SIZE - 20)];
  expect([(above[0] ?? 0) > 180, (below[2] ?? 0) > 180]).toEqual([true, true]);
});

it("leaves out what else a file is (polyglots)", async () => {
  const script = bytesOf("<script>alert(document.domain)</script>PK\u0003\u0004");
  const jpeg = await pictureFile("jpeg");
  const comment = join(Uint8Array.of(0xff, 0xfe, 0, script.length + 2), script);
  for (const file of [join(jpeg, script), join(jpeg.slice(0, 2), comment, jpeg.slice(2))]) {
    expect(Buffer.from(valueOf(await maker.make(file))).toString("latin1")).not.toContain("alert");
  }
});

it("takes the first frame of a moving picture", async () => {
  const made = valueOf(await maker.make(await movingPicture("#00ff00", "#ff0000")));
  expect((await sharp(made).metadata()).pages ?? 1).toBe(1);
  const [red, green] = await colourOf(made);
  expect([(red ?? 0) < 40, (green ?? 0) > 215]).toEqual([true, true]);
});

it("puts white behind what is transparent", async () => {
  const clear = { create: { width: 30, height: 30, channels: 4, background: "#00000000" } } as const;
  const made = valueOf(await maker.make(await sharp(clear).png().toBuffer()));
  expect(Math.min(...(await colourOf(made)))).toBeGreaterThan(250);
});

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script><rect width="9"/></svg>';
it.each([
  ["text", async () => bytesOf("hello, this is a picture, believe me")],
  ["a script", async () => bytesOf("<html><script>alert(1)</script>")],
  ["an SVG", async () => bytesOf(svg)],
  ["an SVG that begins as a PDF", async () => bytesOf(`%PDF-1.7 ${svg}`)],
  ["a TIFF", () => pictureFile("tiff")],
  ["an AVIF", () => pictureFile("avif")],
  ["half a JPEG", async () => (await pictureFile("jpeg")).slice(0, 200)],
  ["a PNG without its pixels", async () => (await pictureFile("png")).slice(0, 60)],
])("refuses %s", async (_what, file) => {
  expect(codeOf(await maker.make(await file()))).toBe("picture.unreadable");
});

it("refuses a picture that unpacks to gigabytes, by its header, at once", async () => {
  const file = bomb(40_000);
  expect(file.length).toBeLessThan(1_000_000);
  const begun = performance.now();
  expect(codeOf(await maker.make(file))).toBe("picture.tooManyPixels");
  expect(performance.now() - begun).toBeLessThan(1_000);
  expect(codeOf(await maker.make(bomb(4_096)))).toBe("ok");
  expect(codeOf(await maker.make(bomb(4_097)))).toBe("picture.tooManyPixels");
});

it("whatever the bytes, answers with a picture or a refusal", async () => {
  const good = await pictureFile("jpeg", { width: 40, height: 30 });
  const spoilt = fc.record({ at: fc.nat(good.length - 1), bytes: fc.uint8Array({ minLength: 1, maxLength: 20 }) });
  await fc.assert(
    fc.asyncProperty(spoilt, async ({ at, bytes }) => {
      const file = join(good.slice(0, at), bytes, good.slice(at + bytes.length));
      expect(["ok", "picture.unreadable", "picture.tooManyPixels"]).toContain(codeOf(await maker.make(file)));
    }),
    { numRuns: 50 },
  );
});

it("refuses instead of queueing without end, recovers, and leaves the event loop alone", async () => {
  const small = createPictureMaker({ maxWaiting: 3 });
  const file = bomb(4_096);
  await small.make(file);
  let longest = 0;
  let last = performance.now();
  const beat = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 5);
  const codes = (await Promise.all(Array.from({ length: 5 }, () => small.make(file)))).map(codeOf);
  clearInterval(beat);
  expect(codes).toEqual(["ok", "ok", "ok", "server.unavailable", "server.unavailable"]);
  expect(longest).toBeLessThan(200);
  expect(codeOf(await small.make(file))).toBe("ok");
});
