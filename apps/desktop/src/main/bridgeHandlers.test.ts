import { setImmediate as nextTurn } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import { type BridgeParts, createBridgeHandlers } from "./bridgeHandlers";
import { createActivityTracker } from "./callActivity";
import { createSharedTracker } from "./capture/sharedSource";

function handlersAt(start: string) {
  let current = start;
  const save = vi.fn(async () => ({ persisted: true }));
  const reloadPage = vi.fn();
  const parts: BridgeParts = {
    session: { load: async () => null, save },
    server: {
      current: () => current,
      set: async (text) => {
        if (text === "bad") return { ok: false, reason: "invalid" };
        current = text;
        return { ok: true, address: text };
      },
    },
    activity: createActivityTracker(),
    sharing: {
      listSources: async () => [],
      audioChoices: async () => [],
      soundingApps: async () => [],
      titleOf: () => null,
      arm: async () => ({ ok: false }),
      startSound: async () => null,
      stopSound: async () => undefined,
      stopSounds: async () => undefined,
    },
    shared: createSharedTracker(() => true),
    overlay: { draw: () => undefined, wipe: () => undefined },
    reloadPage,
    openPrivacySettings: async () => false,
  };
  return { handlers: createBridgeHandlers(parts), save, reloadPage, activity: parts.activity };
}

test("another server: the session is forgotten and the page reloaded after the answer", async () => {
  const { handlers, save, reloadPage } = handlersAt("https://a.example");
  expect(await handlers["server:setAddress"]("https://b.example")).toEqual({ ok: true });
  expect(save).toHaveBeenCalledExactlyOnceWith(null);
  expect(reloadPage).not.toHaveBeenCalled();
  await nextTurn();
  expect(reloadPage).toHaveBeenCalledOnce();
});

test("the same server again: the session stays", async () => {
  const { handlers, save } = handlersAt("https://a.example");
  await handlers["server:setAddress"]("https://a.example");
  expect(save).not.toHaveBeenCalled();
});

test("a refused address: nothing happens", async () => {
  const { handlers, save, reloadPage } = handlersAt("https://a.example");
  expect(await handlers["server:setAddress"]("bad")).toEqual({ ok: false, reason: "invalid" });
  await nextTurn();
  expect(save).not.toHaveBeenCalled();
  expect(reloadPage).not.toHaveBeenCalled();
});

test("what the page says is going on reaches those who act on it", () => {
  const { handlers, activity } = handlersAt("https://a.example");
  const seen: string[] = [];
  activity.onChange(({ phase }) => seen.push(phase));
  void handlers["calls:setActivity"]({ phase: "ringing", peerName: "Anna" });
  void handlers["calls:setActivity"]({ phase: "inCall" });
  expect(seen).toEqual(["ringing", "inCall"]);
  expect(activity.current()).toEqual({ phase: "inCall" });
});
