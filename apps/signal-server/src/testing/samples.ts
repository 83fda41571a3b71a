import { randomUUID } from "node:crypto";
import type { Candidate, ClientEventInput, Description } from "@sightline/protocol";

export const offer: Description = { type: "offer", sdp: "v=0\r\no=- 1 1 IN IP4 192.0.2.77\r\n" };
export const answer: Description = { type: "answer", sdp: "v=0\r\no=- 2 2 IN IP4 192.0.2.88\r\n" };
export const candidate: Candidate = {
  candidate: "candidate:1 1 udp 2122260223 192.0.2.77 54321 typ host",
  sdpMid: "0",
  sdpMLineIndex: 0,
};

export function inviteTo(to: string, callId: string = randomUUID()): ClientEventInput<"call:invite"> {
  return { callId, to, kind: "video", offer };
}
