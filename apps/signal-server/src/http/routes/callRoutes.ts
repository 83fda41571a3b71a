import { ok } from "@sightline/protocol";
import type { CallLog } from "../callLog";
import type { Handlers } from "../handlers";

export function callRoutes(callLog: CallLog): Pick<Handlers, "listCalls"> {
  return { listCalls: async ({ session }) => ok(await callLog(session.user, "newest")) };
}
