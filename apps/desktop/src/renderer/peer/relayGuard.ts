import type { Candidate, Description } from "@sightline/protocol";

/** RFC 8839: `candidate:… <address> <port> typ <type> …` */
const isRelayed = (candidate: string): boolean => / typ relay( |$)/.test(candidate);

/**
 * What of a gathered candidate may be sent; null: nothing. With `relayOnly` this is the second lock of "always relay" (R8),
 * behind the browser's own `iceTransportPolicy`: whatever a browser gathers, no address of ours leaves.
 */
export function sendableCandidate(found: RTCIceCandidate | null, relayOnly: boolean): Candidate | null {
  // An empty one says that gathering is over, which nobody needs to know.
  if (!found?.candidate) return null;
  return relayOnly && !isRelayed(found.candidate) ? null : (found.toJSON() as Candidate);
}

/**
 * A description as it is sent: without candidates, which go by themselves (RFC 8838), past the guard above. An offer reaches
 * several devices, and those that do not answer the call must not speak to our connection.
 */
export function withoutCandidates(description: Description): Description {
  const lines = description.sdp.split("\r\n");
  return { ...description, sdp: lines.filter((line) => !line.startsWith("a=candidate:")).join("\r\n") };
}
