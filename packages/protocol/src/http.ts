import { z } from "zod";
import { callRecord } from "./call";
import { contact } from "./contact";
import { iceGrant } from "./ice";
import { userId } from "./ids";
import { room, roomId, roomLook, roomName } from "./room";
import { displayName, email, me, password, username, userSummary } from "./user";

const none = z.object({});

/** Web clients get an HttpOnly cookie; the desktop app gets the token itself and keeps it in the system's key store. */
export const clientKind = z.enum(["web", "desktop"]);
export type ClientKind = z.infer<typeof clientKind>;

const signedIn = z.object({
  me,
  /** Opaque session token; only for `client: "desktop"`, sent back as `Authorization: Bearer`. */
  token: z.string().optional(),
});

interface Route {
  readonly method: "GET" | "POST" | "DELETE";
  /** `:name` parts are filled from and checked with `params`. */
  readonly path: `/api/${string}`;
  /** `none`: works logged out. `guest`: for accounts and for guests of a room, who may do nothing else. */
  readonly auth: "none" | "session" | "guest";
  readonly params: z.ZodObject;
  readonly body: z.ZodObject;
  readonly response: z.ZodType;
}

/** Every HTTP route. Answers are a `Result` around `response`; refusals carry the HTTP status of `httpStatus.ts`. */
export const routes = {
  /** Name, versions; asked by a client before it trusts an address. */
  serverInfo: {
    method: "GET",
    path: "/api/server",
    auth: "none",
    params: none,
    body: none,
    response: z.object({
      product: z.literal("sightline"),
      version: z.string(),
      protocol: z.number().int(),
      /** May people without an account enter rooms? */
      guests: z.boolean().default(false),
    }),
  },
  signUp: {
    method: "POST",
    path: "/api/accounts",
    auth: "none",
    params: none,
    body: z.object({ name: displayName, username, email, password, client: clientKind }),
    response: signedIn,
  },
  logIn: {
    method: "POST",
    path: "/api/sessions",
    auth: "none",
    params: none,
    /** `login` is a username or an e-mail address. */
    body: z.object({
      login: z.string().trim().toLowerCase().min(1).max(254),
      password: z.string().min(1).max(1000),
      client: clientKind,
    }),
    response: signedIn,
  },
  logOut: {
    method: "DELETE",
    path: "/api/sessions/current",
    auth: "guest",
    params: none,
    body: none,
    response: none,
  },
  me: { method: "GET", path: "/api/me", auth: "guest", params: none, body: none, response: me },
  findUser: {
    method: "GET",
    path: "/api/users/:username",
    auth: "session",
    params: z.object({ username }),
    body: none,
    response: userSummary,
  },
  listContacts: {
    method: "GET",
    path: "/api/contacts",
    auth: "session",
    params: none,
    body: none,
    response: z.array(contact),
  },
  /** Asks for contact; when the other already asked, both become contacts at once. */
  requestContact: {
    method: "POST",
    path: "/api/contacts",
    auth: "session",
    params: none,
    body: z.object({ username }),
    response: contact,
  },
  acceptContact: {
    method: "POST",
    path: "/api/contacts/:userId/accept",
    auth: "session",
    params: z.object({ userId }),
    body: none,
    response: contact,
  },
  /** Declines, withdraws or removes, whatever the state is. */
  removeContact: {
    method: "DELETE",
    path: "/api/contacts/:userId",
    auth: "session",
    params: z.object({ userId }),
    body: none,
    response: none,
  },
  /** The last 50 ended calls, newest first. */
  listCalls: {
    method: "GET",
    path: "/api/calls",
    auth: "session",
    params: none,
    body: none,
    response: z.array(callRecord),
  },
  /** STUN and TURN servers with fresh credentials of the user's own; asked for each call, and again before they expire. */
  iceServers: {
    method: "GET",
    path: "/api/ice-servers",
    auth: "guest",
    params: none,
    body: none,
    response: iceGrant,
  },
  createRoom: {
    method: "POST",
    path: "/api/rooms",
    auth: "session",
    params: none,
    body: z.strictObject({ name: roomName }),
    response: room,
  },
  /** Mine, oldest first. */
  listRooms: { method: "GET", path: "/api/rooms", auth: "session", params: none, body: none, response: z.array(room) },
  /** What somebody who has the link sees before entering. A guest can look at their own room only. */
  lookAtRoom: {
    method: "GET",
    path: "/api/rooms/:roomId",
    auth: "guest",
    params: z.object({ roomId }),
    body: none,
    response: roomLook,
  },
  /** These three answer `room.notFound` to everybody but the owner, just as for a room that is not there. */
  renameRoom: {
    method: "POST",
    path: "/api/rooms/:roomId/name",
    auth: "session",
    params: z.object({ roomId }),
    body: z.object({ name: roomName }),
    response: room,
  },
  lockRoom: {
    method: "POST",
    path: "/api/rooms/:roomId/lock",
    auth: "session",
    params: z.object({ roomId }),
    body: z.object({ locked: z.boolean() }),
    response: room,
  },
  /** Ends it for everybody inside; the link is dead from then on. */
  closeRoom: {
    method: "DELETE",
    path: "/api/rooms/:roomId",
    auth: "session",
    params: z.object({ roomId }),
    body: none,
    response: none,
  },
  /** A short session that can do nothing but join this room. `guest.refused` where the server's policy has no guests. */
  enterAsGuest: {
    method: "POST",
    path: "/api/rooms/:roomId/guests",
    auth: "none",
    params: z.object({ roomId }),
    body: z.object({ name: displayName, client: clientKind }),
    response: signedIn,
  },
} as const satisfies Record<string, Route>;

export type Routes = typeof routes;
export type RouteName = keyof Routes;
/** The empty object's type is `Record<string, never>`, which would forbid the fields of what it is joined with. */
type Fields<T> = string extends keyof T ? unknown : T;
/** What a caller passes (before the schema trims and lower-cases). */
export type RouteInput<N extends RouteName> = object &
  Fields<z.input<Routes[N]["params"]>> &
  Fields<z.input<Routes[N]["body"]>>;
/** What a handler receives. */
export type RouteRequest<N extends RouteName> = {
  params: z.output<Routes[N]["params"]>;
  body: z.output<Routes[N]["body"]>;
};
export type RouteResponse<N extends RouteName> = z.output<Routes[N]["response"]>;
