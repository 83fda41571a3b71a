import { describe, expect, it } from "vitest";
import { sendableCandidate, withoutCandidates } from "./relayGuard";

const types = ["host", "srflx", "prflx", "relay"] as const;
const lineOf = (type: string) => `candidate:1 1 udp 2122260223 192.168.1.7 50000 typ ${type} raddr 0.0.0.0 rport 0`;
const candidateOf = (type: string) => {
  const row = { candidate: lineOf(type), sdpMid: "0", sdpMLineIndex: 0, usernameFragment: "abcd" };
  return { ...row, toJSON: () => row } as unknown as RTCIceCandidate;
};
const offer = {
  type: "offer" as const,
  sdp: ["v=0", "a=ice-ufrag:x", ...types.map((type) => `a=${lineOf(type)}`), "a=mid:0", ""].join("\r\n"),
};

describe("what of our addresses is sent", () => {
  it("R8 with always relay: relayed candidates, and no others", () => {
    const sent = types.filter((type) => sendableCandidate(candidateOf(type), true));
    expect(sent).toEqual(["relay"]);
  });

  it("R8 F3 a description carries no candidate, and all that is none", () => {
    const { type, sdp } = withoutCandidates(offer);
    expect(type).toBe("offer");
    expect(sdp).toBe(["v=0", "a=ice-ufrag:x", "a=mid:0", ""].join("\r\n"));
  });

  it("else: everything, as it is", () => {
    for (const type of types) expect(sendableCandidate(candidateOf(type), false)?.candidate).toBe(lineOf(type));
  });

  it("the end of the candidates is none", () => {
    expect(sendableCandidate(null, false)).toBeNull();
    expect(sendableCandidate({ candidate: "" } as RTCIceCandidate, false)).toBeNull();
  });
});
