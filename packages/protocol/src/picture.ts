import { z } from "zod";

/**
 * Names one picture of a person and opens it: 256 random bits in URL-safe text, chosen by the server, another for each
 * picture. It is told with the name, to whom the name is told, and to nobody else.
 */
export const pictureId = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

/** Most bytes of a picture file that a server takes. Apps cut and shrink a photo before they send it. */
export const MAX_PICTURE_BYTES = 1024 * 1024;

/** What the server makes of every picture: a square of this many pixels, of this type, with nothing but the picture in it. */
export const PICTURE_SIZE = 256;
export const PICTURE_TYPE = "image/webp";

/** Folder of the pictures. It is no part of the API: whoever knows the id needs no session, since an `img` cannot send one. */
export const PICTURE_FOLDER = "/pictures/";

/** Where a picture is, on the server that told its id. It never changes; another picture has another address. */
export function picturePath(id: string): string {
  return PICTURE_FOLDER + id;
}
