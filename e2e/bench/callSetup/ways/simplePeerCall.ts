// Its ordinary entry needs Node's modules in the browser; this is the same, bundled by its authors.
import SimplePeer, { type SimplePeerInstance } from "simple-peer/simplepeer.min.js";
import { type CreateContestant, expectation } from "./contestant";
import { joinRelay } from "./relay";
import { createStage } from "./stage";

/** simple-peer as its documentation shows it: what it signals is relayed, candidates trickle. */
export const createSimplePeerCall: CreateContestant = async ({ side }) => {
  const stage = createStage();
  let peer: SimplePeerInstance | null = null;
  let early: unknown[] = [];
  let incoming = expectation();
  let wanted: MediaStreamConstraints = {};

  const relay = await joinRelay<unknown>("simple-peer", (signal) => {
    if (peer) return peer.signal(signal);
    early.push(signal);
    incoming.keep();
  });

  function connect(stream: MediaStream): void {
    peer = new SimplePeer({ initiator: side === "caller", stream, trickle: true, config: { iceServers: [] } });
    peer.on("signal", relay.send);
    peer.on("track", stage.play);
    for (const signal of early.splice(0)) peer.signal(signal);
  }

  return {
    setConstraints(constraints) {
      wanted = constraints;
    },
    async ring(constraints) {
      connect(await stage.open(constraints));
    },
    async ringing() {
      if (side === "callee") await incoming.kept;
    },
    async accept() {
      connect(await stage.open(wanted));
    },
    hangUp() {
      peer?.destroy();
      peer = null;
      early = [];
      incoming = expectation();
      stage.clear();
    },
  };
};
