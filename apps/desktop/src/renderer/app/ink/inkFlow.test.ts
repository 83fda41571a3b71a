import type { DrawnInk, InkMessage } from "@sightline/protocol";
import { beforeEach, expect, test, vi } from "vitest";
import { createStore } from "zustand/vanilla";
import type { CallState, InCall } from "../../call/callState";
import type { InkStore } from "../../ui/callStores";
import { createInkFlow } from "./inkFlow";

const dot: InkMessage = { type: "ink", stroke: 1, points: [{ x: 0.5, y: 0.5 }] };
const noShare = { share: "off", remote: false } as const;

/** Only what the flow looks at. */
function inCall(
  { share, remote }: { share: "off" | "starting" | "on"; remote: boolean },
  callId = "call-1",
): CallState {
  return { phase: "inCall", callId, local: { share }, remote: { share: remote } } as unknown as InCall;
}

function parts() {
  const store = createStore<InkStore>(() => ({ mayDraw: false, allowed: true }));
  const send = vi.fn<(message: InkMessage) => void>();
  const showOnScreen = vi.fn<(drawn: DrawnInk | null) => Promise<void>>(async () => undefined);
  const flow = createInkFlow({ store, send, screen: { showInk: showOnScreen } });
  return { store, send, showOnScreen, flow };
}
type Parts = ReturnType<typeof parts>;
let { store, send, showOnScreen, flow }: Parts = parts();
beforeEach(() => {
  ({ store, send, showOnScreen, flow } = parts());
});

const settle = () => Promise.resolve();
const strokesOnMine = () => flow.boards.onMine.current().strokes.length;

test("a share that starts allows drawing, and one that ends wipes and forbids it", async () => {
  flow.follow(inCall({ ...noShare, share: "starting" }));
  expect(send).not.toHaveBeenCalled();
  flow.follow(inCall({ ...noShare, share: "on" }));
  await settle();
  expect(send).toHaveBeenLastCalledWith({ type: "inkAllowed", allowed: true });
  flow.receive("call-1", dot);
  expect(showOnScreen).toHaveBeenLastCalledWith(dot);
  expect(strokesOnMine()).toBe(1);
  flow.follow(inCall(noShare));
  await settle();
  expect(send).toHaveBeenLastCalledWith({ type: "inkAllowed", allowed: false });
  expect(showOnScreen).toHaveBeenLastCalledWith(null);
  expect(strokesOnMine()).toBe(0);
});

test("ink is shown only on a running share of this call, and only while it is wanted", async () => {
  flow.receive("call-1", dot);
  flow.follow(inCall({ share: "off", remote: true }));
  flow.receive("call-1", dot);
  flow.follow(inCall({ ...noShare, share: "starting" }));
  flow.receive("call-1", dot);
  flow.follow(inCall({ ...noShare, share: "on" }));
  flow.receive("call-0", dot);
  flow.allow(false);
  await settle();
  flow.receive("call-1", dot);
  expect(showOnScreen.mock.calls.filter(([shown]) => shown !== null)).toEqual([]);
  expect(strokesOnMine()).toBe(0);
  flow.allow(true);
  flow.receive("call-1", dot);
  expect(strokesOnMine()).toBe(1);
});

test("switched off, what was drawn vanishes at once and the other side is told", async () => {
  flow.follow(inCall({ ...noShare, share: "on" }));
  flow.receive("call-1", dot);
  flow.allow(false);
  await settle();
  expect(strokesOnMine()).toBe(0);
  expect(showOnScreen).toHaveBeenLastCalledWith(null);
  expect(send).toHaveBeenLastCalledWith({ type: "inkAllowed", allowed: false });
  expect(store.getState().allowed).toBe(false);
});

test("I draw on their share only, and only where they allow it", () => {
  flow.draw(1, [{ x: 0.5, y: 0.5 }]);
  flow.follow(inCall({ share: "off", remote: true }));
  flow.draw(1, [{ x: 0.5, y: 0.5 }]);
  expect(send).not.toHaveBeenCalled();
  flow.receive("call-1", { type: "inkAllowed", allowed: true });
  flow.draw(1, [{ x: 0.123_456, y: 0.5 }]);
  expect(send).toHaveBeenLastCalledWith({ type: "ink", stroke: 1, points: [{ x: 0.1235, y: 0.5 }] });
  expect(flow.boards.onTheirs.current().strokes).toHaveLength(1);
  flow.receive("call-1", { type: "inkAllowed", allowed: false });
  expect(flow.boards.onTheirs.current().strokes).toEqual([]);
  flow.draw(2, [{ x: 0.5, y: 0.5 }]);
  expect(send).toHaveBeenCalledOnce();
});

test("what one call allowed says nothing about the next", () => {
  flow.follow(inCall({ share: "off", remote: true }));
  flow.receive("call-1", { type: "inkAllowed", allowed: true });
  expect(store.getState().mayDraw).toBe(true);
  flow.follow(inCall({ share: "off", remote: true }, "call-2"));
  expect(store.getState().mayDraw).toBe(false);
});

test("nothing drawn outlives its call", async () => {
  flow.follow(inCall({ share: "on", remote: true }));
  flow.receive("call-1", { type: "inkAllowed", allowed: true });
  flow.receive("call-1", dot);
  flow.draw(1, [{ x: 0.5, y: 0.5 }]);
  flow.follow({ phase: "idle" });
  expect(strokesOnMine()).toBe(0);
  expect(flow.boards.onTheirs.current().strokes).toEqual([]);
  expect(showOnScreen).toHaveBeenLastCalledWith(null);
});
