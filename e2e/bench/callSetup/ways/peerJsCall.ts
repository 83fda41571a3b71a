import { type MediaConnection, Peer } from "peerjs";
import { type CreateContestant, expectation, PEERJS_PORT } from "./contestant";
import { createStage } from "./stage";

/** PeerJS as its documentation shows it: `call` with the open camera, and on accept `getUserMedia`, then `answer`. */
export const createPeerJsCall: CreateContestant = async ({ side }) => {
  const stage = createStage();
  let call: MediaConnection | null = null;
  let incoming = expectation();
  let wanted: MediaStreamConstraints = {};

  const options = { host: location.hostname, port: PEERJS_PORT, path: "/", config: { iceServers: [] } };
  const peer = new Peer(side, options);
  peer.on("call", (ringing) => {
    call = ringing;
    incoming.keep();
  });
  await new Promise<void>((resolve, reject) => {
    peer.once("open", () => resolve());
    peer.once("error", reject);
  });

  const playAll = (stream: MediaStream) => {
    for (const track of stream.getTracks()) stage.play(track);
  };

  return {
    setConstraints(constraints) {
      wanted = constraints;
    },
    async ring(constraints) {
      call = peer.call("callee", await stage.open(constraints));
      call.on("stream", playAll);
    },
    async ringing() {
      if (side === "callee") await incoming.kept;
    },
    async accept() {
      const stream = await stage.open(wanted);
      call?.on("stream", playAll);
      call?.answer(stream);
    },
    hangUp() {
      call?.close();
      call = null;
      incoming = expectation();
      stage.clear();
    },
  };
};
