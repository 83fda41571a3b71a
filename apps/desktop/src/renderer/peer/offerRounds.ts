import type { Description } from "@sightline/protocol";

/** Changes with every ICE restart (RFC 8839, section 5.4), and so tells one round of offer and answer from the next. */
function roundOf(sdp: string | undefined): string | undefined {
  return /^a=ice-ufrag:(\S+)/m.exec(sdp ?? "")?.[1];
}

/** Our answer, with the word which offer it is the answer to. */
export function answerTo(offer: string | undefined, sdp: string): Description {
  const round = roundOf(offer);
  return { type: "answer", sdp, ...(round !== undefined && { answers: round }) };
}

/** Is this the answer to an earlier offer than ours? It would join our new path to their old one, and neither would work. */
export function isLate(answer: Description, offer: string | undefined): boolean {
  return answer.answers !== undefined && answer.answers !== roundOf(offer);
}
