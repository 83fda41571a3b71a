import { z } from "zod";
import { MAX_PICTURE_BYTES } from "../picture";
import { displayName, me } from "../user";
import { none, type Route } from "./route";

const picture = z.custom<Uint8Array<ArrayBuffer>>((value) => value instanceof Uint8Array && value.byteLength > 0);

/** What others see of oneself. */
export const profileRoutes = {
  /** Seen at once by all contacts, and on all of one's own devices. */
  changeName: {
    method: "POST",
    path: "/api/me/name",
    auth: "session",
    params: none,
    body: z.object({ name: displayName }),
    response: me,
  },
  /**
   * A JPEG, PNG, WebP or GIF, of which the server makes its own square (of a moving one, the first frame). Told like the
   * name. Refuses with `input.tooLarge`, `picture.unreadable`, `picture.tooManyPixels`, `rate.limited`.
   */
  changePicture: {
    method: "POST",
    path: "/api/me/picture",
    auth: "session",
    params: none,
    body: z.object({ picture }),
    bytes: { field: "picture", max: MAX_PICTURE_BYTES },
    response: me,
  },
  removePicture: {
    method: "DELETE",
    path: "/api/me/picture",
    auth: "session",
    params: none,
    body: none,
    response: me,
  },
} as const satisfies Record<string, Route>;
