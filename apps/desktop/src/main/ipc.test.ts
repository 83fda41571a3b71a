import { describe, expect, test, vi } from "vitest";
import { bridgeArguments, type BridgeHandlers } from "../shared/bridge";
import { answerSync, registerBridge } from "./ipc";
import type { AskingFrame } from "./ourPage";

type Listener = (event: { senderFrame: AskingFrame | null }, ...args: unknown[]) => unknown;
const ours: AskingFrame = { url: "app://sightline/", parent: null };

function bridge() {
  const handlers = Object.fromEntries(Object.keys(bridgeArguments).map((channel) => [channel, vi.fn(() => "done")]));
  const listeners = new Map<string, Listener>();
  registerBridge(
    { handle: (channel, listener) => void listeners.set(channel, listener) },
    handlers as unknown as BridgeHandlers,
  );
  const send = (channel: string, frame: AskingFrame | null, ...args: unknown[]) =>
    listeners.get(channel)?.({ senderFrame: frame }, ...args);
  return { handlers, listeners, send };
}

test("R40: the channels are those of the contract and no others", () => {
  expect(new Set(bridge().listeners.keys())).toEqual(new Set(Object.keys(bridgeArguments)));
});

test("R40: our page is answered, and the handler sees the arguments only", () => {
  const { handlers, send } = bridge();
  expect(send("session:save", ours, "token")).toBe("done");
  expect(handlers["session:save"]).toHaveBeenCalledExactlyOnceWith("token");
});

describe("R40: a hostile sender reaches no handler", () => {
  test.each<[string, AskingFrame | null]>([
    ["another origin", { url: "https://evil.example/", parent: null }],
    ["a child frame", { url: "app://sightline/", parent: ours }],
    ["another host of the scheme", { url: "app://evil/", parent: null }],
    ["a file", { url: "file:///index.html", parent: null }],
    ["a frame that is gone", null],
  ])("%s", (_name, frame) => {
    const { handlers, listeners, send } = bridge();
    for (const channel of listeners.keys()) expect(() => send(channel, frame)).toThrow("refused sender");
    for (const handler of Object.values(handlers)) expect(handler).not.toHaveBeenCalled();
  });
});

describe("R40: arguments that do not fit reach no handler", () => {
  test.each<[string, unknown[]]>([
    ["session:load", ["extra"]],
    ["session:save", []],
    ["session:save", [undefined]],
    ["session:save", [""]],
    ["session:save", ["x".repeat(1025)]],
    ["session:save", [{ toString: () => "x" }]],
    ["server:setAddress", [42]],
    ["calls:setActivity", [{ phase: "admin" }]],
    ["calls:setActivity", [{ phase: "ringing" }]],
    ["calls:setActivity", [{ phase: "ringing", peerName: "x".repeat(201) }]],
    ["sharing:audioChoices", ["tab:1:0"]],
    ["sharing:arm", [{ sourceId: "window:1:0", audio: "loopback" }]],
    ["sharing:arm", [{ sourceId: "window:1:0;x", audio: "none" }]],
    ["sharing:arm", ["window:1:0", "none"]],
    ["sharing:setShared", [{ sourceId: "window:1:0" }]],
    ["sharing:setShared", [{ sourceId: "tab:1:0", paused: false }]],
    ["sharing:showInk", [{ type: "inkAllowed", allowed: true }]],
    ["sharing:showInk", [{ type: "pointer", at: { x: 2, y: 0 } }]],
    ["system:openPrivacySettings", ["ms-settings:x"]],
  ])("%s %j", (channel, args) => {
    const { handlers, send } = bridge();
    expect(() => send(channel, ours, ...args)).toThrow("invalid arguments");
    expect(handlers[channel]).not.toHaveBeenCalled();
  });
});

test("R40: unknown keys are dropped", () => {
  const { handlers, send } = bridge();
  send("calls:setActivity", ours, JSON.parse('{"phase":"inCall","__proto__":{"x":1},"admin":true}'));
  expect(handlers["calls:setActivity"]).toHaveBeenCalledExactlyOnceWith({ phase: "inCall" });
});

test("R40: the synchronous question is answered to our page only", () => {
  const ask = (senderFrame: AskingFrame | null) => {
    const event = { senderFrame, returnValue: undefined as unknown };
    answerSync({ on: (_channel, listener) => listener(event) }, "info", () => "answer");
    return event.returnValue;
  };
  expect(ask(ours)).toBe("answer");
  expect(ask({ url: "https://evil.example/", parent: null })).toBeNull();
  expect(ask(null)).toBeNull();
});
