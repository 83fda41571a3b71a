import { type CallStanding, ok, refused, type Result } from "@sightline/protocol";
import type { Party } from "../ports";
import type { CallRepository } from "./callRepository";
import { needsAnew, roleOf } from "./callSession";
import type { CallRoutes } from "./callTeller";

export interface ResumePorts {
  readonly calls: Pick<CallRepository, "find">;
  readonly routes: Pick<CallRoutes, "open">;
}

/**
 * Takes a device that was away up into its call again, and tells it how that call stands: it may have missed the answer
 * or the end. Refuses with `call.notFound` where there is no such call, or not for this person.
 */
export async function resumeCall(ports: ResumePorts, by: Party, callId: string): Promise<Result<CallStanding>> {
  const session = await ports.calls.find(callId);
  const role = session && roleOf(session, by);
  if (!session || !role) return refused("call.notFound");
  if (role === "otherCalleeDevice") return ok({ state: "ended", reason: "answeredElsewhere" });
  const { state, reason, caller, calleeId, calleeDevice, warmDevice } = session;
  const bound = calleeDevice ?? warmDevice;
  if (state !== "ended" && bound !== null) {
    ports.routes.open(callId, caller, { userId: calleeId, deviceId: bound });
  }
  const anew = role === "caller" && needsAnew(session);
  return ok({ state, ...(reason && { reason }), ...(anew && { anew }) });
}
