import type { Finding } from "../doctor/checkUp";

/** Chromium itself gives up on a silent STUN server after nine seconds. */
const ANSWER_MS = 6_000;
/** From the relay's address to the first echo through it: ICE, DTLS and SCTP, a few round trips each. */
const PASSAGE_MS = 5_000;
/** A machine where nobody listens says so at once; a wall says nothing. */
const AT_ONCE_MS = 2_000;

/** Does a STUN server answer? */
export async function probeStun(server: RTCIceServer): Promise<Finding> {
  const peer = new RTCPeerConnection({ iceServers: [server] });
  try {
    peer.createDataChannel("probe");
    const began = performance.now();
    const answer = answerOf(peer, "srflx");
    await peer.setLocalDescription();
    return finding(await answer, began);
  } catch {
    return { outcome: "failed", ms: null };
  } finally {
    peer.close();
  }
}

/** Does a TURN server give an address, and does what is sent there come through? `ms` is a round trip through it. */
export async function probeRelay(server: RTCIceServer): Promise<Finding> {
  const make = () => new RTCPeerConnection({ iceServers: [server], iceTransportPolicy: "relay" });
  const [near, far] = [make(), make()];
  try {
    const echo = echoBetween(near, far);
    const answer = answerOf(near, "relay");
    await join(near, far);
    const outcome = await answer;
    if (outcome !== "fine") return { outcome, ms: null };
    const ms = await within(PASSAGE_MS, echo, null);
    return ms === null ? { outcome: "noPassage", ms: null } : { outcome: "fine", ms };
  } catch {
    return { outcome: "failed", ms: null };
  } finally {
    near.close();
    far.close();
  }
}

function finding(outcome: Finding["outcome"], began: number): Finding {
  return { outcome, ms: outcome === "fine" ? Math.round(performance.now() - began) : null };
}

/** What the one server of a connection says, told by the candidates and errors it leads to. */
function answerOf(peer: RTCPeerConnection, wanted: RTCIceCandidateType): Promise<Finding["outcome"]> {
  const began = performance.now();
  let said: Finding["outcome"] | null = null;
  const answer = new Promise<Finding["outcome"]>((resolve) => {
    peer.addEventListener("icecandidate", ({ candidate }) => {
      if (candidate?.type === wanted) resolve("fine");
    });
    peer.addEventListener("icecandidateerror", ({ errorCode }) => {
      said = outcomeOfError(errorCode, performance.now() - began);
    });
    peer.addEventListener("icegatheringstatechange", () => {
      if (peer.iceGatheringState !== "complete") return;
      // A machine with a public address learns nothing new from STUN, and browsers leave out what they know already.
      resolve(said ?? (wanted === "srflx" ? "fine" : "unreachable"));
    });
  });
  return within(ANSWER_MS, answer, null).then((outcome) => outcome ?? said ?? "unreachable");
}

/**
 * What an `icecandidateerror` means (https://www.w3.org/TR/webrtc/#dom-rtcpeerconnectioniceerrorevent-errorcode): a code
 * of STUN (RFC 8489, RFC 8656), or 701 when the server could not be reached.
 */
export function outcomeOfError(code: number, afterMs: number): Finding["outcome"] {
  if (code === 486 || code === 508) return "full";
  if (code >= 400 && code < 500) return "refused";
  return code === 701 && afterMs < AT_ONCE_MS ? "closed" : "unreachable";
}

/** A message there and back, ms. */
function echoBetween(near: RTCPeerConnection, far: RTCPeerConnection): Promise<number> {
  const line = { negotiated: true, id: 0 } as const;
  const [here, there] = [near.createDataChannel("probe", line), far.createDataChannel("probe", line)];
  there.addEventListener("message", () => there.send("echo"));
  return new Promise((resolve) => {
    let sentAt = 0;
    here.addEventListener("open", () => {
      sentAt = performance.now();
      here.send("probe");
    });
    here.addEventListener("message", () => resolve(Math.round(performance.now() - sentAt)));
  });
}

/** Each gets its description before the other's candidates can come. */
async function join(near: RTCPeerConnection, far: RTCPeerConnection): Promise<void> {
  for (const [from, to] of [
    [near, far],
    [far, near],
  ] as const) {
    from.addEventListener("icecandidate", ({ candidate }) => {
      if (candidate) void to.addIceCandidate(candidate).catch(() => undefined);
    });
  }
  const offer = await near.createOffer();
  await far.setRemoteDescription(offer);
  await near.setLocalDescription(offer);
  const answer = await far.createAnswer();
  await near.setRemoteDescription(answer);
  await far.setLocalDescription(answer);
}

function within<T, F>(ms: number, result: Promise<T>, otherwise: F): Promise<T | F> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(otherwise), ms);
    result.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
