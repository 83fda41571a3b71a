import { expect, test } from "vitest";
import { offeredSources } from "./sources";

const picture = { isEmpty: () => false, toDataURL: () => "data:image/png;base64,AA" };
const empty = { isEmpty: () => true, toDataURL: () => "data:image/png;base64," };

test("R5: our own windows are not offered, also when only the last part of the id differs", () => {
  const captured = ["window:10:0", "window:11:0", "window:11:1", "window:110:0", "screen:11:0"].map((id) => ({
    id,
    name: id,
    thumbnail: picture,
    appIcon: null,
  }));
  const offered = offeredSources(captured, ["window:11:1"]).map(({ id }) => id);
  expect(offered).toEqual(["window:10:0", "window:110:0", "screen:11:0"]);
});

test("pictures become data URLs where there are any", () => {
  const [window, bare, screen] = offeredSources(
    [
      { id: "window:1:0", name: "Editor", thumbnail: picture, appIcon: picture },
      { id: "window:2:0", name: "Bare", thumbnail: empty, appIcon: empty },
      { id: "screen:0:0", name: "Entire screen", thumbnail: picture, appIcon: picture },
    ],
    [],
  );
  expect(window).toEqual({
    id: "window:1:0",
    kind: "window",
    title: "Editor",
    thumbnail: picture.toDataURL(),
    appIcon: picture.toDataURL(),
  });
  expect(bare).toMatchObject({ thumbnail: null, appIcon: null });
  expect(screen).toMatchObject({ kind: "screen", appIcon: null });
});
