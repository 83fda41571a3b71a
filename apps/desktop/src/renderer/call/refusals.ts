import type { ErrorCode } from "@sightline/protocol";
import type { CallOutcome } from "./callState";

const outcomes: Partial<Record<ErrorCode, CallOutcome>> = {
  "call.busy": "busy",
  "call.doNotDisturb": "doNotDisturb",
  "call.unreachable": "unreachable",
  "call.selfBusy": "selfBusy",
  "rate.limited": "rateLimited",
  "user.notFound": "unreachable",
  "contact.notFound": "unreachable",
  "auth.required": "serverAway",
  "protocol.version": "serverAway",
  "server.unavailable": "serverAway",
  "server.internal": "serverAway",
};

/** How a call ends whose invite the server refused. */
export function outcomeOfRefusal(code: ErrorCode): CallOutcome {
  return outcomes[code] ?? "failed";
}

/** How a call ends whose acceptance the server refused; the exact reason follows from the server only sometimes. */
export function outcomeOfRefusedAccept(code: ErrorCode): CallOutcome {
  if (code === "call.wrongState") return "answeredElsewhere";
  return code === "call.notFound" ? "cancelled" : outcomeOfRefusal(code);
}
