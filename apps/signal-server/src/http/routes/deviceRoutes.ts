import { ok } from "@sightline/protocol";
import type { Sessions } from "../../domain/sessions/sessions";
import type { Handlers } from "../handlers";

type DeviceHandlers = Pick<Handlers, "listDevices" | "revokeDevice" | "revokeOtherDevices">;

/** Where a person is logged in. */
export function deviceRoutes({ sessions }: { readonly sessions: Sessions }): DeviceHandlers {
  return {
    listDevices: async ({ session }) => ok(await sessions.devicesOf(session)),
    revokeDevice: ({ session, params, exchange }) => sessions.revoke(session, params.deviceId, exchange.caller),
    revokeOtherDevices: async ({ session: { id, user }, exchange }) =>
      ok({ ended: await sessions.endOthers(user.id, id, exchange.caller) }),
  };
}
