import { expect, test } from "vitest";
import { fakePicture } from "./fakePicture";
import { withoutOurs } from "./sources";

test("R5: our own windows are not offered, also when only the last part of the id differs", () => {
  const captured = ["window:10:0", "window:11:0", "window:11:1", "window:110:0", "screen:11:0"].map((id) => ({
    id,
    name: id,
    thumbnail: fakePicture("pixels"),
    appIcon: null,
  }));
  const offered = withoutOurs(captured, ["window:11:1"]).map(({ id }) => id);
  expect(offered).toEqual(["window:10:0", "window:110:0", "screen:11:0"]);
});
