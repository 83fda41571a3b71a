import type { CallEvent } from "../call/callEvents";
import type { CallState } from "../call/callState";
import type { Send } from "./effects/signalEffects";

interface Options {
  readonly send: Send;
  readonly state: () => CallState;
  readonly dispatch: (event: CallEvent) => void;
}

/**
 * Tells the server which call we are in, and the machine what was missed of it. A call the server does not know goes on as
 * long as its media does.
 */
export function createCallResume({ send, state, dispatch }: Options) {
  /** Does the server answer? Null: there is no call to ask about. */
  const ask = async (isBack: boolean, patienceMs?: number): Promise<boolean | null> => {
    const call = state();
    // An invite under way learns by its own answer what became of it.
    const known = call.phase === "outgoing" ? call.invite === "acknowledged" : call.phase !== "idle";
    if (!known || !("callId" in call) || call.phase === "ended") return null;
    const { callId } = call;
    const answer = await send("call:resume", { callId }, patienceMs);
    if (!answer.ok) return answer.error.code !== "server.unavailable";
    const { state: standing, reason = "lost", anew } = answer.value;
    if (standing === "ended") dispatch({ type: "endedByServer", callId, reason });
    // A call that runs by the callee's own word alone is confirmed by it, too.
    const waits = call.phase === "outgoing" || (call.phase === "inCall" && call.unconfirmed && call.role === "caller");
    const accepted = standing === "active" && waits;
    if (accepted) dispatch({ type: "acceptedByPeer", callId, ...(anew && { anew }) });
    // With the acceptance the answer to our offer was missed; a device that has answered anew gets another offer anyway.
    const signals = standing === "active" && isBack && !(accepted && anew);
    if (signals && state().phase === "inCall") dispatch({ type: "signalingBack", callId });
    return true;
  };
  return {
    /** The socket stands (again). */
    async online(): Promise<void> {
      await ask(true);
    },
    /** Whether the socket, which may not know that it is dead, still leads to the server. */
    works: async (patienceMs: number): Promise<boolean> => (await ask(false, patienceMs)) !== false,
  };
}
