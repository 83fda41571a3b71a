import { ok, type PersonalData, PICTURE_TYPE } from "@sightline/protocol";
import type { Farewell } from "../../domain/users/farewell";
import type { Profile } from "../../domain/users/profile";
import type { CallLog } from "../callLog";
import type { Handlers } from "../handlers";

interface FarewellPorts {
  readonly farewell: Farewell;
  readonly profile: Profile;
  readonly callLog: CallLog;
}

type FarewellHandlers = Pick<Handlers, "exportData" | "deleteAccount">;

export function farewellRoutes({ farewell, profile, callLog }: FarewellPorts): FarewellHandlers {
  return {
    async exportData({ session, exchange }) {
      const data = await farewell.dataOf(session, exchange.caller);
      const bytes = await profile.pictureOf(session.user);
      const picture: PersonalData["picture"] = bytes && {
        type: PICTURE_TYPE,
        base64: Buffer.from(bytes).toString("base64"),
      };
      return ok({ ...data, picture, calls: await callLog(session.user, "all") });
    },
    async deleteAccount({ session, body, exchange }) {
      const left = await farewell.leave(session, body, exchange.caller);
      if (left.ok) exchange.clearSessionCookie();
      return left;
    },
  };
}
