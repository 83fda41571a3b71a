import { expect, test, vi } from "vitest";
import type { AudioSystem, ProcessFound } from "./audioPlan";
import { createChromiumSound, noOwners } from "./chromiumSound";
import type { OfferedSource } from "./sources";

const source = (kind: OfferedSource["kind"]): OfferedSource => ({
  id: `${kind}:1:0`,
  kind,
  title: "Player",
  appName: null,
});
const windows: AudioSystem = { platform: "win32", systemVersion: "10.0.22631", electronVersion: "45.4.1" };

async function appChoice(system: AudioSystem, kind: OfferedSource["kind"], find: () => Promise<ProcessFound>) {
  const findProcess = vi.fn(find);
  const [app] = await createChromiumSound(system, { ...noOwners, find: findProcess }).offers(source(kind));
  return { choice: app?.choice, asked: findProcess.mock.calls.length };
}

test("the sound of the app behind a window is offered under its name", async () => {
  expect(await appChoice(windows, "window", async () => ({ processId: "7", appName: "Player" }))).toEqual({
    choice: { plan: "app", available: true, appName: "Player" },
    asked: 1,
  });
});

test.each(["startsOthers", "notAlone", "noProcess"] as const)("why there is none is told: %s", async (reason) => {
  const { choice } = await appChoice(windows, "window", async () => reason);
  expect(choice).toEqual({ plan: "app", available: false, reason });
});

test("a search that fails offers less, not more", async () => {
  const { choice } = await appChoice(windows, "window", async () => Promise.reject(new Error("no such library")));
  expect(choice).toEqual({ plan: "app", available: false, reason: "noProcess" });
});

test.each([
  ["a screen", windows, "screen", "screenHasNoApp"],
  ["a system that is too old", { ...windows, systemVersion: "10.0.19041" }, "window", "windowsTooOld"],
  ["an Electron that is too old", { ...windows, electronVersion: "33.4.11" }, "window", "appTooOld"],
] as const)("for %s no process is looked for", async (_name, system, kind, reason) => {
  expect(await appChoice(system, kind, async () => ({ processId: "7" }))).toEqual({
    choice: { plan: "app", available: false, reason },
    asked: 0,
  });
});
