import type { CallId, Candidate } from "@sightline/protocol";
import type { CallEffect } from "./callEffects";

/** The protocol's MAX_CANDIDATES_PER_MESSAGE; imported as a value it would pull the schema library into the rules. */
const PER_MESSAGE = 32;

/** Candidates in messages the server takes. */
export function candidateMessages(
  callId: CallId,
  candidates: readonly Candidate[],
  attempt = 0,
): readonly CallEffect[] {
  const messages: CallEffect[] = [];
  for (let from = 0; from < candidates.length; from += PER_MESSAGE) {
    const some = candidates.slice(from, from + PER_MESSAGE);
    messages.push({ type: "sendCandidates", callId, candidates: some, ...(attempt && { attempt }) });
  }
  return messages;
}
