import { expect, test } from "vitest";
import type { ListedSource, ShareSource } from "../../../shared/sharing";
import { mergeListing } from "./listing";

const listed = (id: string, more: Partial<ListedSource> = {}): ListedSource => ({
  id,
  kind: id.startsWith("screen") ? "screen" : "window",
  title: id,
  appName: null,
  ...more,
});
const shown = (id: string, more: Partial<ShareSource> = {}): ShareSource => ({
  ...listed(id),
  thumbnail: `picture of ${id}`,
  appIcon: null,
  ...more,
});

test("what was not sent stays as it was, and nothing new is a new object", () => {
  const before = [shown("window:1"), shown("window:2"), shown("screen:1")];
  expect(mergeListing(before, [listed("window:1"), listed("window:2")], "window")).toBe(before);
});

test("only the source that changed is another object", () => {
  const before = [shown("window:1"), shown("window:2"), shown("screen:1")];
  const after = mergeListing(before, [listed("window:1"), listed("window:2", { thumbnail: "new" })], "window");
  expect(after[0]).toBe(before[0]);
  expect(after[1]).toEqual(shown("window:2", { thumbnail: "new" }));
  expect(after[2]).toBe(before[2]);
});

test("null is a picture that is gone, nothing is one that stayed", () => {
  const before = [shown("window:1", { appIcon: "icon" })];
  const [after] = mergeListing(before, [listed("window:1", { thumbnail: null })], "window");
  expect(after).toEqual(shown("window:1", { thumbnail: null, appIcon: "icon" }));
});

test("windows keep their places however they are stacked; a new one comes last, a closed one leaves", () => {
  const before = [shown("window:1"), shown("window:2"), shown("window:3")];
  const now = ["window:4", "window:3", "window:1"].map((id) => listed(id));
  expect(mergeListing(before, now, "window").map(({ id }) => id)).toEqual(["window:1", "window:3", "window:4"]);
});

test("a first listing replaces everything", () => {
  expect(mergeListing([shown("window:1"), shown("screen:1")], [], "both")).toEqual([]);
});
