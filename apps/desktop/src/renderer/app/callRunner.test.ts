import { describe, expect, it } from "vitest";
import type { CallEffect } from "../call/callEffects";
import { createCallRunner, type EffectHandlers } from "./callRunner";

const ada = { id: "7f3a1c1e-0000-4000-8000-000000000001", name: "Ada", username: "ada" };
const callId = "7f3a1c1e-0000-4000-8000-00000000000c";

/** Handlers that note what they were told, and run `also` for one of the orders. */
function recording(also: (effect: CallEffect) => void) {
  const carriedOut: string[] = [];
  const handlers = new Proxy({} as EffectHandlers, {
    get: () => (effect: CallEffect) => {
      carriedOut.push(effect.type);
      also(effect);
    },
  });
  return { carriedOut, handlers };
}

describe("callRunner", () => {
  it("finishes the effects of one event before it takes the next", () => {
    const phases: string[] = [];
    const { carriedOut, handlers } = recording((effect) => {
      // A handler that answers at once, as a fake or a synchronous failure would.
      if (effect.type === "openPeer") runner.dispatch({ type: "hangUpRequested" });
    });
    const runner = createCallRunner({ handlers, onState: (state) => phases.push(state.phase), now: () => 1 });

    runner.dispatch({ type: "callRequested", callId, peer: ada, kind: "audio" });

    expect(phases).toEqual(["outgoing", "ended"]);
    expect(carriedOut.indexOf("openMicrophone")).toBeLessThan(carriedOut.indexOf("releaseMedia"));
    expect(carriedOut).toContain("closePeer");
  });

  it("says nothing when nothing changed", () => {
    const phases: string[] = [];
    const { handlers } = recording(() => {});
    const runner = createCallRunner({ handlers, onState: (state) => phases.push(state.phase), now: () => 1 });
    runner.dispatch({ type: "hangUpRequested" });
    expect(phases).toEqual([]);
  });
});
