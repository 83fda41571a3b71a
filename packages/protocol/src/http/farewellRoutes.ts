import { z } from "zod";
import { activity } from "../activity";
import { callRecord } from "../call";
import { contact } from "../contact";
import { preferences } from "../preferences";
import { PICTURE_TYPE } from "../picture";
import { room } from "../room";
import { secondStepCode } from "../secondStepCode";
import { me, userSummary } from "../user";
import { device } from "./deviceRoutes";
import { none, type Route } from "./route";

/** All that the server holds about one person. Times are ISO 8601 in UTC. */
export const personalData = z.object({
  exportedAt: z.iso.datetime(),
  profile: me.extend({ createdAt: z.iso.datetime() }),
  /** The file itself, in base64; null: none. */
  picture: z.object({ type: z.literal(PICTURE_TYPE), base64: z.base64() }).nullable(),
  preferences,
  contacts: z.array(contact),
  blocked: z.array(userSummary),
  calls: z.array(callRecord),
  rooms: z.array(room),
  devices: z.array(device),
  activity: z.array(activity),
});
export type PersonalData = z.infer<typeof personalData>;

/** Taking one's data along, and leaving for good. */
export const farewellRoutes = {
  exportData: {
    method: "GET",
    path: "/api/me/export",
    auth: "session",
    params: none,
    body: none,
    response: personalData,
  },
  /**
   * For good, and at once. Refuses with `auth.invalidCredentials` (field `password`) and, with two-step log-in, with
   * `auth.invalidCode` for a code that is wrong or missing.
   */
  deleteAccount: {
    method: "POST",
    path: "/api/me/deletion",
    auth: "session",
    params: none,
    body: z.object({ password: z.string().min(1).max(1000), code: secondStepCode.optional() }),
    response: none,
  },
} as const satisfies Record<string, Route>;
