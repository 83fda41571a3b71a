// The page of everybody ours is measured against. Its address says who and which side: /?way=warm&side=caller
import { createColdCall } from "./ways/coldCall";
import type { Contestant, CreateContestant, Meeting, Way } from "./ways/contestant";
import { createPeerJsCall } from "./ways/peerJsCall";
import { createSimplePeerCall } from "./ways/simplePeerCall";
import { createWarmCall } from "./ways/warmCall";

declare global {
  interface Window {
    contestant: Promise<Contestant>;
  }
}

const ways: Readonly<Record<Way, CreateContestant>> = {
  cold: createColdCall,
  warm: createWarmCall,
  peerjs: createPeerJsCall,
  "simple-peer": createSimplePeerCall,
};

const asked = new URLSearchParams(location.search);
const meeting: Meeting = { side: asked.get("side") === "caller" ? "caller" : "callee" };
const way = ways[asked.get("way") as Way];
window.contestant = way(meeting);

const accept = document.createElement("button");
accept.textContent = "Accept";
accept.addEventListener("click", () => void window.contestant.then((contestant) => contestant.accept()));
document.body.append(accept);
