import { z } from "zod";
import { me } from "../user";

export const none = z.object({});

/** Web clients get an HttpOnly cookie; the desktop app gets the token itself and keeps it in the system's key store. */
export const clientKind = z.enum(["web", "desktop"]);
export type ClientKind = z.infer<typeof clientKind>;

export const signedIn = z.object({
  me,
  /** Opaque session token; only for `client: "desktop"`, sent back as `Authorization: Bearer`. */
  token: z.string().optional(),
});

/** The password was right and a second step is asked for: the ticket is good for that alone, and for minutes. */
const secondStepAsked = z.object({
  ticket: z.string(),
  me: z.undefined().optional(),
  token: z.undefined().optional(),
});
export const signedInOrAsked = z.union([signedIn, secondStepAsked]);

export interface Route {
  readonly method: "GET" | "POST" | "DELETE";
  /** `:name` parts are filled from and checked with `params`. */
  readonly path: `/api/${string}`;
  /** `none`: works logged out. `guest`: for accounts and for guests of a room, who may do nothing else. */
  readonly auth: "none" | "session" | "guest";
  readonly params: z.ZodObject;
  readonly body: z.ZodObject;
  /** The body is no JSON but the bytes of its one field, as `application/octet-stream`. Needs a session. */
  readonly bytes?: { readonly field: string; readonly max: number };
  readonly response: z.ZodType;
}

interface Body {
  readonly type: string;
  readonly content: string | Uint8Array<ArrayBuffer>;
}

/** How the fields of a request travel; null: it has no body. */
export function bodyOf(route: Route, fields: object): Body | null {
  if (route.method !== "POST") return null;
  if (!route.bytes) return { type: "application/json", content: JSON.stringify(fields) };
  return { type: "application/octet-stream", content: Reflect.get(fields, route.bytes.field) };
}
