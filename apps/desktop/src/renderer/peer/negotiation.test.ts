import type { Description } from "@sightline/protocol";
import { expect, test, vi } from "vitest";
import { createNegotiation } from "./negotiation";

const sdp = (user: string) =>
  [
    "v=0",
    "o=- 1 1 IN IP4 127.0.0.1",
    "s=-",
    "t=0 0",
    `a=fingerprint:sha-256 ${Array.from({ length: 32 }, () => "AB").join(":")}`,
    "m=audio 9 UDP/TLS/RTP/SAVPF 111",
    "a=setup:actpass",
    `a=ice-ufrag:${user}`,
    "",
  ].join("\r\n");
const offer: Description = { type: "offer", sdp: sdp("theirs") };

/** As much of a connection as negotiating touches, after its first exchange. */
function connected(role: "caller" | "callee", signalingState: RTCSignalingState = "stable") {
  const pc = {
    signalingState,
    localDescription: { type: role === "caller" ? "offer" : "answer", sdp: sdp("ours") },
    remoteDescription: { type: role === "caller" ? "answer" : "offer", sdp: sdp("theirs") },
    restartIce: vi.fn(),
    createOffer: vi.fn(async () => ({ type: "offer", sdp: sdp("new") })),
    createAnswer: vi.fn(async () => ({ type: "answer", sdp: sdp("ours") })),
    setLocalDescription: vi.fn(async () => {}),
    setRemoteDescription: vi.fn(async () => {}),
    onnegotiationneeded: null as (() => void) | null,
  };
  const onLocal = vi.fn();
  const onFailure = vi.fn();
  const negotiation = createNegotiation({
    pc: pc as unknown as RTCPeerConnection,
    role,
    prepareFirstAnswer: () => true,
    onLocal,
    onFirstRemote: () => {},
    onFirstExchange: () => {},
    onFailure,
  });
  /** Resolves when all that was asked so far is done. */
  const settled = () => new Promise<void>((resolve) => setTimeout(resolve));
  return { pc, negotiation, onLocal, onFailure, settled };
}

test("the callee never has an offer of its own in the connection: it asks the caller for one", async () => {
  const { pc, negotiation, onLocal, settled } = connected("callee");
  negotiation.restartIce();
  pc.onnegotiationneeded?.();
  await settled();
  expect(onLocal.mock.calls).toEqual([[{ type: "offer", sdp: sdp("new") }]]);
  expect(pc.setLocalDescription).not.toHaveBeenCalled();
  expect(pc.restartIce).not.toHaveBeenCalled();
});

test("it asks just after an offer, too: that one knew nothing of what has changed since", async () => {
  const { pc, negotiation, onLocal, settled } = connected("callee");
  pc.setRemoteDescription.mockImplementation(async () => void (pc.signalingState = "have-remote-offer"));
  pc.setLocalDescription.mockImplementation(async () => void (pc.signalingState = "stable"));
  negotiation.applyDescription(offer);
  negotiation.restartIce();
  await settled();
  expect(onLocal.mock.calls.map(([{ type }]) => type)).toEqual(["answer", "offer"]);
});

test("the caller applies no offer: it makes one, or says again the one that is not answered", async () => {
  const idle = connected("caller");
  idle.negotiation.applyDescription(offer);
  await idle.settled();
  expect(idle.pc.restartIce).toHaveBeenCalledOnce();

  const open = connected("caller", "have-local-offer");
  open.negotiation.applyDescription(offer);
  await open.settled();
  expect(open.onLocal.mock.calls).toEqual([[{ type: "offer", sdp: sdp("ours") }]]);

  for (const { pc, onFailure } of [idle, open]) {
    expect(pc.setRemoteDescription).not.toHaveBeenCalled();
    expect(onFailure).not.toHaveBeenCalled();
  }
});

test("new servers: the caller makes another offer, also after one that is not answered yet; the callee asks for one", async () => {
  for (const state of ["stable", "have-local-offer"] as const) {
    const { pc, negotiation, onLocal, settled } = connected("caller", state);
    negotiation.useNewServers();
    await settled();
    expect(pc.restartIce).toHaveBeenCalledOnce();
    expect(onLocal).not.toHaveBeenCalled();
  }
  const { negotiation, onLocal, settled } = connected("callee");
  negotiation.useNewServers();
  await settled();
  expect(onLocal.mock.calls).toEqual([[{ type: "offer", sdp: sdp("new") }]]);
});
