import { type BareLink, type BareSignal, createBareLink } from "./bareLink";
import { type CreateContestant, expectation } from "./contestant";
import { joinRelay } from "./relay";
import { createStage } from "./stage";

/**
 * The least code that makes a call with nothing done before accept: the offer and its candidates lie at the callee, who
 * answers on the click while camera and microphone open.
 */
export const createColdCall: CreateContestant = async ({ side }) => {
  const stage = createStage();
  let link: BareLink | null = null;
  let offer = expectation<RTCSessionDescriptionInit>();
  let early: RTCIceCandidateInit[] = [];
  let wanted: MediaStreamConstraints = {};

  const relay = await joinRelay<BareSignal>("cold", (signal) => {
    if ("candidate" in signal) {
      if (link) void link.applyCandidate(signal.candidate);
      else early.push(signal.candidate);
    } else if (side === "callee") offer.keep(signal.description);
    else void link?.applyDescription(signal.description);
  });

  return {
    setConstraints(constraints) {
      wanted = constraints;
    },
    async ring(constraints) {
      const stream = await stage.open(constraints);
      link = createBareLink(relay, stage.play);
      for (const track of stream.getTracks()) link.pc.addTrack(track, stream);
      await link.describe();
    },
    async ringing() {
      if (side === "callee") await offer.kept;
    },
    async accept() {
      const opening = stage.open(wanted);
      link = createBareLink(relay, stage.play);
      for (const candidate of early.splice(0)) void link.applyCandidate(candidate);
      await link.applyDescription(await offer.kept);
      const stream = await opening;
      for (const track of stream.getTracks()) link.pc.addTrack(track, stream);
      await link.describe();
    },
    hangUp() {
      link?.pc.close();
      link = null;
      early = [];
      offer = expectation();
      stage.clear();
    },
  };
};
