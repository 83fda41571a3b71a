import { type BareLink, type BareSignal, createBareLink } from "./bareLink";
import { type CreateContestant, expectation } from "./contestant";
import { joinRelay } from "./relay";
import { createStage } from "./stage";

/**
 * The fastest call there can be: while it rings the two connect, down to the keys, and send nothing. Accept goes straight
 * to the caller, whose open camera then gets its place in the connection, as the callee's does once it is open.
 */
export const createWarmCall: CreateContestant = async ({ side }) => {
  const stage = createStage();
  let link: BareLink | null = null;
  let ready = expectation();
  let opened: MediaStream | null = null;
  let wanted: MediaStreamConstraints = {};
  let acceptance: RTCDataChannel | null = null;

  function prepare(): BareLink {
    const made = createBareLink(relay, stage.play);
    acceptance = made.pc.createDataChannel("accept", { negotiated: true, id: 0 });
    acceptance.addEventListener("open", () => ready.keep());
    acceptance.addEventListener("message", () => opened && void send(opened));
    link = made;
    return made;
  }

  async function send(stream: MediaStream): Promise<void> {
    const senders = link?.pc.getTransceivers().map(({ sender, receiver }) => ({ sender, kind: receiver.track.kind }));
    const tracks = stream.getTracks();
    await Promise.all(
      (senders ?? []).map(({ sender, kind }) => sender.replaceTrack(tracks.find((one) => one.kind === kind) ?? null)),
    );
  }

  async function answer(offer: RTCSessionDescriptionInit): Promise<void> {
    const made = prepare();
    await made.applyDescription(offer);
    for (const transceiver of made.pc.getTransceivers()) transceiver.direction = "sendrecv";
    await made.describe();
  }

  const relay = await joinRelay<BareSignal>("warm", (signal) => {
    if ("candidate" in signal) void link?.applyCandidate(signal.candidate);
    else if (side === "callee") void answer(signal.description);
    else void link?.applyDescription(signal.description);
  });

  return {
    setConstraints(constraints) {
      wanted = constraints;
    },
    async ring(constraints) {
      opened = await stage.open(constraints);
      const made = prepare();
      for (const kind of ["audio", "video"]) made.pc.addTransceiver(kind, { direction: "sendrecv" });
      await made.describe();
    },
    ringing: () => ready.kept,
    async accept() {
      const opening = stage.open(wanted);
      acceptance?.send("accept");
      await send(await opening);
    },
    hangUp() {
      link?.pc.close();
      link = null;
      opened = null;
      ready = expectation();
      stage.clear();
    },
  };
};
