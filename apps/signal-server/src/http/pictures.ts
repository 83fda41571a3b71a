import { PICTURE_FOLDER, PICTURE_TYPE, pictureId } from "@sightline/protocol";
import type { Context, Next } from "koa";
import type { Limits } from "../domain/ports";
import type { AddressHash } from "../edge/addressHash";

interface PicturePorts {
  readonly find: (id: string) => Promise<Uint8Array | null>;
  readonly limits: Limits;
  readonly hashAddress: AddressHash;
}

/** A week: what has been seen need not be asked for again, and is not kept for good after its owner took it away. */
const SECONDS_KEPT = 604_800;

/**
 * People's pictures, for whoever has their address: it is as hard to guess as a session, and is told with the name. The
 * desktop app's page is of another origin than this server, so the picture may be shown in any (`cross-origin`).
 */
export function servePictures({ find, limits, hashAddress }: PicturePorts) {
  const look = async (ctx: Context): Promise<Uint8Array | null> => {
    const id = pictureId.safeParse(ctx.path.slice(PICTURE_FOLDER.length));
    const asked = ctx.method === "GET" || ctx.method === "HEAD";
    return asked && id.success ? find(id.data) : null;
  };
  return async (ctx: Context, next: Next): Promise<void> => {
    if (!ctx.path.startsWith(PICTURE_FOLDER)) return next();
    ctx.set("Cache-Control", "no-store");
    const limited = await limits.take("picture", hashAddress(ctx.ip));
    ctx.status = limited ? 429 : 404;
    ctx.body = "";
    const bytes = limited ? null : await look(ctx);
    if (!bytes) return;
    ctx.set("Cache-Control", `private, max-age=${SECONDS_KEPT}, immutable`);
    // Opened by itself it is a file that can do nothing.
    ctx.set("Content-Security-Policy", "default-src 'none'; sandbox");
    ctx.set("Content-Disposition", 'inline; filename="picture.webp"');
    ctx.set("Cross-Origin-Resource-Policy", "cross-origin");
    ctx.status = 200;
    ctx.type = PICTURE_TYPE;
    ctx.body = Buffer.from(bytes);
  };
}
