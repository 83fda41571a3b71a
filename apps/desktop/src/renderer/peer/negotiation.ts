import type { Candidate, Description } from "@sightline/protocol";
import { answerTo, isLate } from "./offerRounds";
import { sdpFault } from "./sdpCheck";
import { createSerialQueue } from "./serialQueue";
import { withStereo } from "./stereo";
import { trackSlots } from "./trackSlots";
import { withErrorCorrection } from "./voiceCodec";

export interface NegotiationOptions {
  readonly pc: RTCPeerConnection;
  readonly role: "caller" | "callee";
  /** Called once the first offer is applied, before it is answered; false: it cannot be answered. */
  readonly prepareFirstAnswer: () => boolean;
  readonly onLocal: (description: Description) => void;
  /** The first description of the other side is applied. */
  readonly onFirstRemote: () => void;
  /** Both first descriptions are applied. */
  readonly onFirstExchange: () => void;
  readonly onFailure: () => void;
}

export interface Negotiation {
  /** Caller: makes the first offer. Later ones are made whenever the browser asks for one. */
  start(): void;
  applyDescription(description: Description): void;
  applyCandidates(candidates: readonly Candidate[]): void;
  /** Another path: the caller offers one, the callee asks for it. */
  restartIce(): void;
  /** The connection has other servers now: a path by them. An offer that is not answered yet knows nothing of them. */
  useNewServers(): void;
  /** Tells the offer again that nobody has answered; nothing where there is none. */
  repeatOffer(): void;
  stop(): void;
}

const stereoSection = trackSlots.indexOf("shareSound");

/**
 * Offer and answer over a serial queue. Only the caller offers; an offer of the callee is a wish that the caller may make one,
 * and is applied by nobody. Two that offer at once would make one of them roll back, as perfect negotiation has it
 * (https://www.w3.org/TR/webrtc/#perfect-negotiation-example), and a Chromium (156) that rolled an offer back never again
 * shows a picture of that track, though it decodes it.
 */
export function createNegotiation(options: NegotiationOptions): Negotiation {
  const { pc, role, onLocal, onFailure } = options;
  const queue = createSerialQueue(onFailure);
  let early: Candidate[] = [];

  async function setLocal(): Promise<void> {
    await describe(pc);
    tellLocal();
  }

  function tellLocal(): void {
    const local = localOf(pc);
    if (local) onLocal(local);
  }

  /** An offer nobody answered got lost on the way: the same one again is understood in any case. */
  function repeatOffer(): boolean {
    const open = pc.signalingState === "have-local-offer";
    if (open) tellLocal();
    return open;
  }

  const restart = () => (repeatOffer() ? undefined : pc.restartIce());

  async function makeOffer(): Promise<void> {
    // In the middle of another exchange: the browser asks again when that is done.
    if (pc.signalingState === "stable") await setLocal();
  }

  /** Also just after an offer: it knew nothing of what has changed here since. */
  const askForOffer = async () => onLocal(await wishOf(pc));

  async function apply(description: Description): Promise<void> {
    const isOffer = description.type === "offer";
    const first = !pc.remoteDescription;
    if (!isOffer && pc.signalingState !== "have-local-offer") return;
    if (!isOffer && isLate(description, pc.localDescription?.sdp)) return;
    // They wish it because they hear nothing: also where an offer of ours got lost.
    if (isOffer && role === "caller") return restart();
    if (sdpFault(description)) return onFailure();
    await pc.setRemoteDescription(description);
    if (first && isOffer && !options.prepareFirstAnswer()) return onFailure();
    if (first) options.onFirstRemote();
    await addCandidates(pc, early.splice(0));
    if (isOffer) await setLocal();
    if (first) options.onFirstExchange();
  }

  pc.onnegotiationneeded = () => {
    // The control channel makes the browser ask too early; the caller starts when asked to.
    if (pc.localDescription && role === "caller") queue.add(makeOffer);
  };
  return {
    start: () => queue.add(makeOffer),
    applyDescription: (description) => queue.add(() => apply(description)),
    applyCandidates: (candidates) =>
      queue.add(async () => {
        if (pc.remoteDescription) await addCandidates(pc, candidates);
        else early = [...early, ...candidates].slice(0, MAX_EARLY_CANDIDATES);
      }),
    restartIce: () => queue.add(() => (role === "callee" ? askForOffer() : restart())),
    // In the middle of an exchange the browser asks for the next one when that is done.
    useNewServers: () => queue.add(() => (role === "callee" ? askForOffer() : pc.restartIce())),
    repeatOffer: () => queue.add(() => void repeatOffer()),
    stop() {
      pc.onnegotiationneeded = null;
      queue.stop();
    },
  };
}

const MAX_EARLY_CANDIDATES = 64;

/** Makes and sets the offer or answer that is due. */
async function describe(pc: RTCPeerConnection): Promise<void> {
  const made = pc.signalingState === "have-remote-offer" ? await pc.createAnswer() : await pc.createOffer();
  const sdp = withErrorCorrection(withStereo(made.sdp ?? "", stereoSection));
  // A browser that accepts no change of its own description sends the shared sound in mono.
  await pc.setLocalDescription({ type: made.type, sdp }).catch(() => pc.setLocalDescription());
}

/** What a callee says that wishes for another path. */
async function wishOf(pc: RTCPeerConnection): Promise<Description> {
  const { sdp = "" } = await pc.createOffer({ iceRestart: true });
  return { type: "offer", sdp };
}

function localOf({ localDescription: local, remoteDescription: remote }: RTCPeerConnection): Description | null {
  if (local?.type === "offer") return { type: "offer", sdp: local.sdp };
  return local?.type === "answer" ? answerTo(remote?.sdp, local.sdp) : null;
}

async function addCandidates(pc: RTCPeerConnection, candidates: readonly Candidate[]): Promise<void> {
  // One that is out of date or not understood is one path less, no more.
  for (const candidate of candidates) await pc.addIceCandidate(candidate).catch(() => {});
}
