import type { CallId } from "@sightline/protocol";
import { expect, it } from "vitest";
import { createStore } from "zustand/vanilla";
import { idle } from "../call/callState";
import type { CallState } from "../call/callState";
import { createSafetyCodes } from "./safetyCode";

const [mine, other] = ["a", "b"] as CallId[] as [CallId, CallId];
const inCall = (callId: CallId) => ({ phase: "inCall", callId }) as CallState;

function codes() {
  const store = createStore<{ code: string | null }>(() => ({ code: null }));
  return { ...createSafetyCodes({ safetyCode: store }), shown: () => store.getState().code };
}

it("R6 a code that is known while it rings is shown when the call runs, and goes with it", () => {
  const { receive, follow, shown } = codes();
  receive(mine, "123456");
  expect(shown()).toBeNull();
  follow(inCall(mine));
  expect(shown()).toBe("123456");
  follow(idle);
  expect(shown()).toBeNull();
});

it("R6 the code of another call is never shown, a newer one of the same is", () => {
  const { receive, follow, shown } = codes();
  receive(other, "111111");
  follow(inCall(mine));
  expect(shown()).toBeNull();
  receive(mine, "222222");
  receive(mine, "333333");
  expect(shown()).toBe("333333");
  receive(other, "444444");
  expect(shown()).toBeNull();
});
