import { z } from "zod";
import { callRecord } from "../call";
import { iceGrant } from "../ice";
import { none, type Route } from "./route";

/** Around calls; the calls themselves go over the socket. */
export const callRoutes = {
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
} as const satisfies Record<string, Route>;
