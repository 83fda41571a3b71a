import type { CallDesk } from "../domain/calls/callDesk";
import { resumeCall, type ResumePorts } from "../domain/calls/resume";
import type { UserRepository } from "../domain/users/user";
import { toIncoming } from "../wire";
import type { SignalSocket } from "./signalSocket";

export interface RingPorts {
  readonly desk: Pick<CallDesk, "ringingFor">;
  readonly users: Pick<UserRepository, "findAll">;
  readonly resuming: ResumePorts;
}

/**
 * Rings a device that has just entered its rooms when somebody calls its owner. A call that begins in this moment is told
 * twice, by the rooms and from here; one that ends in this moment may be told by the rooms before it rings, and is ended
 * once more.
 */
export async function ringIfRinging(socket: SignalSocket, { desk, users, resuming }: RingPorts): Promise<void> {
  const { id: userId } = socket.data.user;
  const ringing = await desk.ringingFor(userId);
  if (!ringing) return;
  const { id: callId, caller } = ringing.session;
  const from = (await users.findAll([caller.userId])).get(caller.userId);
  if (!from || !socket.connected) return;
  socket.emit("call:incoming", toIncoming(ringing, from));
  if (ringing.candidates.length > 0) {
    socket.emit("signal:candidates", { callId, candidates: [...ringing.candidates] });
  }
  const standing = await resumeCall(resuming, socket.data.party, callId);
  if (standing.ok && standing.value.state === "ended") {
    socket.emit("call:ended", { callId, reason: standing.value.reason ?? "lost" });
  }
}
