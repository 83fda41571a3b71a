import fc from "fast-check";
import type { CallEffect } from "./callEffects";
import type { StampedCallEvent } from "./callEvents";
import { step } from "./callMachine";
import { ann, answer, bob, candidate, foreign, laterOffer, mine, offer, theirs, ways } from "./callSamples";
import { type CallState, idle } from "./callState";

/** Generators for the property tests of the call machine. */

const of = <T extends string>(...types: T[]) => fc.constantFrom(...types);
const callId = fc.constantFrom(mine, theirs, mine, theirs, foreign);
const peer = fc.constantFrom(ann, ann, ann, bob);
const kind = fc.constantFrom("audio", "video", "share");
const description = fc.constantFrom(offer, laterOffer, answer);
const candidates = fc.integer({ min: 1, max: 70 }).map((n) => Array.from({ length: n }, (_, i) => candidate(i)));
const deviceState = fc.constantFrom("off", "opening", "on", "on", "blocked", "missing", "busy", "failed");
const code = fc.constantFrom("call.busy", "call.glare", "call.glare", "call.wrongState", "server.unavailable");
const media = fc.record({
  microphone: fc.boolean(),
  camera: fc.boolean(),
  share: fc.boolean(),
  shareSound: fc.boolean(),
  sharePaused: fc.boolean(),
  shareHidden: fc.boolean(),
  shareClosed: fc.boolean(),
});
const message = fc.oneof(
  fc.record({ type: of("hangUp", "accept", "picturesLost") }),
  fc.record({ type: fc.constant("media" as const), media }),
);
const warm = fc.boolean();
const attempt = fc.constantFrom(0, 0, 0, 1, 2);
const at = fc.integer({ min: 0, max: 10 ** 7 });
const role = of("caller", "callee");
const timer = of("ring", "connect", "recover", "restart");
const inRoom = { camera: fc.boolean(), microphone: fc.boolean() };

/** Every event there is: consented or forged, of this call or another, in any order. */
export const anyEvent: fc.Arbitrary<StampedCallEvent> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({ type: of("callRequested"), callId, peer, kind, warm: fc.boolean(), stranger: fc.boolean() }),
  },
  { weight: 2, arbitrary: fc.record({ type: of("acceptRequested"), camera: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ type: of("roomMet"), callId, peer, role, ...inRoom }) },
  { weight: 1, arbitrary: fc.record({ type: of("declineRequested", "hangUpRequested", "endedDismissed"), at }) },
  { weight: 4, arbitrary: fc.record({ type: of("microphoneToggled", "cameraToggled") }) },
  { weight: 4, arbitrary: fc.record({ type: of("shareRequested", "shareSwitchRequested", "shareStopRequested") }) },
  { weight: 3, arbitrary: fc.record({ type: of("sharePauseRequested"), paused: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ type: of("inviteAcknowledged"), callId, ringSeconds: fc.integer({ max: 90 }) }) },
  { weight: 4, arbitrary: fc.record({ type: of("inviteRefused", "acceptRefused"), callId, code }) },
  { weight: 4, arbitrary: fc.record({ type: of("acceptAcknowledged", "peerInterrupted"), callId }) },
  { weight: 3, arbitrary: fc.record({ type: of("signalingBack", "networkChanged"), callId }) },
  { weight: 3, arbitrary: fc.record({ type: of("acceptedByPeer"), callId, anew: fc.boolean() }) },
  { weight: 4, arbitrary: fc.record({ type: of("warmGranted"), callId }) },
  {
    weight: 4,
    arbitrary: fc.record({
      type: of("incoming"),
      callId,
      peer,
      kind,
      offer: fc.constant(offer),
      ringSeconds: at,
      warm,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: of("endedByServer"), callId, reason: of("hungUp", "missed", "declined") }),
  },
  {
    weight: 6,
    arbitrary: fc.record({ type: of("descriptionReceived", "descriptionReady"), callId, description, attempt }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ type: of("candidatesReceived", "candidatesReady"), callId, candidates, attempt }),
  },
  { weight: 4, arbitrary: fc.record({ type: of("peerConnected"), callId, at }) },
  { weight: 1, arbitrary: fc.record({ type: of("peerFailed"), callId }) },
  { weight: 3, arbitrary: fc.record({ type: of("peerMessageReceived"), callId, message }) },
  { weight: 5, arbitrary: fc.record({ type: of("microphoneChanged", "cameraChanged"), callId, state: deviceState }) },
  { weight: 5, arbitrary: fc.record({ type: of("shareStarted", "shareSwitched"), callId, sound: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ type: of("shareSwitchEnded", "shareSoundEnded"), callId }) },
  { weight: 1, arbitrary: fc.record({ type: of("shareEnded"), callId, closed: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({ type: of("shareWindowChanged"), callId, state: of("normal", "minimised", "closed") }),
  },
  { weight: 3, arbitrary: fc.record({ type: of("timerFired"), callId, timer, at }) },
);

/** A believable beginning, then anything. */
export const anyHistory = fc
  .tuple(fc.constantFrom(...Object.values(ways)), fc.array(anyEvent, { maxLength: 40 }))
  .map(([way, events]): readonly StampedCallEvent[] => [...way, ...events]);

interface Moment {
  readonly before: CallState;
  readonly event: StampedCallEvent;
  readonly state: CallState;
  readonly effects: readonly CallEffect[];
}

export function* play(events: readonly StampedCallEvent[]): Generator<Moment> {
  let before: CallState = idle;
  for (const event of events) {
    const { state, effects } = step(before, event);
    yield { before, event, state, effects };
    before = state;
  }
}

export const always = (holds: (moment: Moment) => void, runs = 3000) =>
  fc.assert(
    fc.property(anyHistory, (events) => {
      for (const moment of play(events)) holds(moment);
    }),
    { numRuns: runs },
  );
