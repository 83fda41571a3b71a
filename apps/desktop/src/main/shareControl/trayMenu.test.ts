import { expect, test } from "vitest";
import { trayEntries, trayHint } from "./trayMenu";

const share = { title: "Notes", paused: false, stopKeys: "Ctrl+Shift+X" };

test("offers to stop, to pause or go on, and to show the app", () => {
  expect(trayEntries(share)).toEqual([
    { label: "Stop sharing (Ctrl+Shift+X)", does: "stop" },
    { label: "Pause sharing", does: "pause" },
    { label: "Show Sightline", does: "show" },
  ]);
  expect(trayEntries({ ...share, paused: true, stopKeys: null }).map(({ label }) => label)).toEqual([
    "Stop sharing",
    "Resume sharing",
    "Show Sightline",
  ]);
});

test("says what is shared, however long its title is", () => {
  expect(trayHint(share)).toBe("Sightline: sharing Notes");
  expect(trayHint({ ...share, paused: true })).toBe("Sightline: sharing of Notes is paused");
  expect(trayHint({ ...share, title: null })).toBe("Sightline: sharing a window");
  expect(trayHint({ ...share, title: "x".repeat(500) }).length).toBeLessThan(127);
});
