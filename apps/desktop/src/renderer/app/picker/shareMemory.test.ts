import { expect, test } from "vitest";
import type { ShareSource } from "../../../shared/sharing";
import {
  lastShared,
  loadShareMemory,
  rememberedSound,
  rememberShare,
  saveShareMemory,
  type ShareMemory,
} from "./shareMemory";

const nothing: ShareMemory = { last: null, sounds: [] };
const windowOf = (id: string, title: string, appName: string | null) =>
  ({ id: `window:${id}:0`, kind: "window", title, appName }) as const;
const editor = windowOf("1", "Letter to Ann", "Writer");
const screen = { id: "screen:0:0", kind: "screen", title: "Entire screen", appName: null } as const;

test("the last share is known by its id and app, also under another title", () => {
  const memory = rememberShare(nothing, editor, null);
  const later = { ...editor, title: "Letter to Bob" };
  expect(lastShared(memory, editor.id, [windowOf("2", "Letter to Ann", "Writer"), later])).toBe(later);
});

test("without its id, as after a restart, it is known by app and title", () => {
  const memory = rememberShare(nothing, editor, null);
  const again = windowOf("7", editor.title, editor.appName);
  expect(lastShared(memory, null, [windowOf("2", "Letter to Bob", "Writer"), again])).toBe(again);
  expect(lastShared(memory, "window:1:0", [again])).toBe(again);
});

test.each<[string, Pick<ShareSource, "id" | "kind" | "title" | "appName">[]]>([
  ["its id means another app's window now", [windowOf("1", editor.title, "Mail")]],
  ["two windows fit", [windowOf("7", editor.title, "Writer"), windowOf("8", editor.title, "Writer")]],
  ["only the app is there", [windowOf("7", "Letter to Bob", "Writer")]],
  ["only a screen of that name is there", [{ ...screen, title: editor.title }]],
  ["nothing is there", []],
])("nothing is chosen when %s", (_, sources) =>
  expect(lastShared(rememberShare(nothing, editor, null), "window:1:0", sources)).toBeNull(),
);

test("a screen, and a window whose app is not known, are found again too", () => {
  const unknown = windowOf("3", "xterm", null);
  expect(lastShared(rememberShare(nothing, screen, null), null, [editor, screen])).toBe(screen);
  expect(lastShared(rememberShare(nothing, unknown, null), null, [editor, unknown])).toBe(unknown);
});

test("a sound is remembered for its app alone, and only when the person chose it", () => {
  const left = rememberShare(nothing, editor, null);
  expect(rememberedSound(left, editor)).toBeNull();
  const chosen = rememberShare(left, editor, "none");
  expect(rememberedSound(chosen, windowOf("9", "Other letter", "Writer"))).toBe("none");
  expect(rememberedSound(chosen, windowOf("9", editor.title, "Mail"))).toBeNull();
  const unknown = windowOf("9", editor.title, null);
  expect(rememberedSound(rememberShare(chosen, unknown, "systemWithoutUs"), unknown)).toBeNull();
  expect(rememberedSound(rememberShare(chosen, editor, "systemWithoutUs"), editor)).toBe("systemWithoutUs");
});

test("it keeps 40 apps, the oldest goes", () => {
  let memory = nothing;
  for (let app = 0; app < 60; app += 1) memory = rememberShare(memory, windowOf("1", "w", `App ${app}`), "none");
  expect(memory.sounds).toHaveLength(40);
  expect(rememberedSound(memory, windowOf("1", "w", "App 20"))).toBe("none");
  expect(rememberedSound(memory, windowOf("1", "w", "App 19"))).toBeNull();
});

test("what is stored tells neither titles nor names, and comes back as it was", () => {
  const memory = rememberShare(nothing, editor, "systemWithoutUs");
  let kept = "";
  saveShareMemory({ setItem: (_, text) => (kept = text) }, memory);
  expect(kept).not.toMatch(/Letter|Ann|Writer|window:/);
  expect(loadShareMemory({ getItem: () => kept })).toEqual(memory);
});

test.each([null, "", "not json", "7", '{"last":{"kind":"tab"},"sounds":[{"app":-1,"plan":"loopback"}]}'])(
  "%s is nothing to remember",
  (text) => expect(loadShareMemory({ getItem: () => text })).toEqual(nothing),
);
