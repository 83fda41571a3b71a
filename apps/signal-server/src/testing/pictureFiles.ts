import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";

export interface Solid {
  readonly width?: number;
  readonly height?: number;
  readonly background?: string;
}

const solid = ({ width = 400, height = 300, background = "#c02040" }: Solid) =>
  sharp({ create: { width, height, channels: 3, background } });

/** A picture file of one colour. */
export async function pictureFile(
  format: "jpeg" | "png" | "webp" | "gif" | "avif" | "tiff" = "png",
  look: Solid = {},
): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await solid(look).toFormat(format).toBuffer());
}

/** Twice as wide as high, of one colour on the left and another on the right. */
async function halved(left: string, right: string) {
  const input = Buffer.from(await pictureFile("png", { width: 400, height: 400, background: right }));
  return solid({ width: 800, height: 400, background: left }).composite([{ input, left: 400, top: 0 }]);
}

/** A file of {@link halved}. */
export async function halvedPicture(left: string, right: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await (await halved(left, right)).png().toBuffer());
}

const SECRET_PLACE = "Rue du Secret 7";
/** What of {@link phonePhoto} is nobody's business. */
export const PHOTO_TRACES = ["Exif", "SpyPhone", SECRET_PLACE, "xmpmeta"];

/** As a phone takes it, lying: its EXIF says that red is on top and blue below, and also where and with what; and XMP. */
export async function phonePhoto(): Promise<Uint8Array<ArrayBuffer>> {
  const exif = {
    IFD0: { Make: "SpyPhone", ImageDescription: SECRET_PLACE },
    IFD3: { GPSLatitudeRef: "N", GPSLatitude: "51/1 30/1 0/1", GPSLongitudeRef: "W", GPSLongitude: "0/1 7/1 0/1" },
  };
  const about = `<rdf:Description rdf:about="${SECRET_PLACE}"/>`;
  const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">${about}</rdf:RDF>`;
  const photo = (await halved("#e02020", "#2030e0")).jpeg().withMetadata({ orientation: 6 }).withExifMerge(exif);
  return new Uint8Array(await photo.withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/">${rdf}</x:xmpmeta>`).toBuffer());
}

/** A moving picture: the first frame in one colour, the second in another. */
export async function movingPicture(first: string, second: string): Promise<Uint8Array<ArrayBuffer>> {
  const frames = await Promise.all([first, second].map((background) => pictureFile("png", { background })));
  return new Uint8Array(
    await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer(),
  );
}

function chunk(type: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** A whole and valid black PNG of a bit a pixel: some kilobytes that unpack to `side` times `side` pixels. */
export function bomb(side: number): Uint8Array<ArrayBuffer> {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header[8] = 1;
  const packed = deflateSync(Buffer.alloc(side * (1 + Math.ceil(side / 8))), { level: 9 });
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const parts = [signature, chunk("IHDR", header), chunk("IDAT", packed), chunk("IEND", Buffer.alloc(0))];
  return new Uint8Array(Buffer.concat(parts));
}
