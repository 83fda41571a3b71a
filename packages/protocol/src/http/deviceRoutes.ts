import { z } from "zod";
import { clientKind, none, type Route } from "./route";

/** One device somebody is logged in on. */
export const device = z.object({
  id: z.uuid(),
  /** Program and system, such as `Firefox on Windows`; null: logged in before devices had names. */
  name: z.string().nullable(),
  client: clientKind,
  createdAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
  /** Seen just now. */
  inUse: z.boolean(),
  /** The one that asks. */
  current: z.boolean(),
});
export type Device = z.infer<typeof device>;

/** Where one is logged in. */
export const deviceRoutes = {
  /** Last used first. */
  listDevices: {
    method: "GET",
    path: "/api/me/devices",
    auth: "session",
    params: none,
    body: none,
    response: z.array(device),
  },
  /** Logs it out within a second, wherever it is; `session.notFound` when it is no device of one's own. */
  revokeDevice: {
    method: "DELETE",
    path: "/api/me/devices/:deviceId",
    auth: "session",
    params: z.object({ deviceId: z.uuid() }),
    body: none,
    response: none,
  },
  /** Logs out everywhere else; `ended` says on how many. */
  revokeOtherDevices: {
    method: "DELETE",
    path: "/api/me/devices",
    auth: "session",
    params: none,
    body: none,
    response: z.object({ ended: z.number().int() }),
  },
} as const satisfies Record<string, Route>;
