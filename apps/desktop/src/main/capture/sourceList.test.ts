import { expect, test, vi } from "vitest";
import type { ListingRequest } from "../../shared/sharing";
import { fakeJpegUrl, fakePicture } from "./fakePicture";
import { createSourceList } from "./sourceList";
import type { CapturedSource, CaptureOrder } from "./sources";

const opening: ListingRequest = { afresh: true, kinds: "both" };
const windowsAgain: ListingRequest = { afresh: false, kinds: "window" };

/** A desktop whose sources, `id: pixels`, the test changes as it goes. Every window has the icon `icon`. */
function desktop(now: Record<string, string>) {
  const capture = vi.fn(
    async ({ kinds, icons }: CaptureOrder): Promise<CapturedSource[]> =>
      Object.entries(now)
        .filter(([id]) => kinds === "both" || id.startsWith(kinds))
        .map(([id, pixels]) => ({
          id,
          name: `Title of ${id}`,
          thumbnail: fakePicture(pixels),
          appIcon: icons ? fakePicture(id.startsWith("window") ? "icon" : "") : null,
        })),
  );
  const appNameOf = vi.fn(async ({ id }: { id: string }): Promise<string | null> => `App of ${id}`);
  return { now, capture, appNameOf, list: createSourceList({ capture, ownIds: () => [], appNameOf }) };
}

const picturesOf = (listed: readonly { thumbnail?: string | null; appIcon?: string | null }[]) =>
  listed.map(({ thumbnail, appIcon }) => [thumbnail, appIcon]);
const icon = fakePicture("icon").toDataURL();

test("the first listing has every picture, icon and app's name", async () => {
  const { list } = desktop({ "window:1:0": "a", "window:2:0": "", "screen:0:0": "s" });
  expect(await list.list(opening)).toEqual([
    {
      id: "window:1:0",
      kind: "window",
      title: "Title of window:1:0",
      appName: "App of window:1:0",
      thumbnail: fakeJpegUrl("a"),
      appIcon: icon,
    },
    expect.objectContaining({ id: "window:2:0", thumbnail: null, appIcon: icon }),
    expect.objectContaining({
      id: "screen:0:0",
      kind: "screen",
      appName: null,
      thumbnail: fakeJpegUrl("s"),
      appIcon: null,
    }),
  ]);
});

test("a picture that did not change is not sent again, and an icon never", async () => {
  const { list, now } = desktop({ "window:1:0": "a", "window:2:0": "b", "window:3:0": "" });
  await list.list(opening);
  now["window:2:0"] = "changed";
  expect(picturesOf(await list.list(windowsAgain))).toEqual([
    [undefined, undefined],
    [fakeJpegUrl("changed"), undefined],
    [undefined, undefined],
  ]);
  now["window:3:0"] = "seen at last";
  expect(picturesOf(await list.list(windowsAgain))[2]).toEqual([fakeJpegUrl("seen at last"), undefined]);
});

test("a picker that opens anew gets everything", async () => {
  const { list } = desktop({ "window:1:0": "a" });
  await list.list(opening);
  expect(picturesOf(await list.list(opening))).toEqual([[fakeJpegUrl("a"), icon]]);
});

test("icons are asked for only when there is a window without one", async () => {
  const { list, now, capture } = desktop({ "window:1:0": "a", "screen:0:0": "s" });
  const icons = () => capture.mock.lastCall?.[0].icons;
  await list.list(opening);
  expect(icons()).toBe(true);
  await list.list(windowsAgain);
  expect(icons()).toBe(false);
  now["window:2:0"] = "new";
  expect(picturesOf(await list.list(windowsAgain))).toEqual([
    [undefined, undefined],
    [fakeJpegUrl("new"), undefined],
  ]);
  expect(picturesOf(await list.list(windowsAgain))[1]).toEqual([undefined, icon]);
  expect(icons()).toBe(true);
  await list.list(windowsAgain);
  expect(icons()).toBe(false);
});

test("looking at windows alone leaves the screens offered, with the pictures they had", async () => {
  const { list } = desktop({ "window:1:0": "a", "screen:0:0": "s" });
  await list.list(opening);
  expect((await list.list(windowsAgain)).map(({ id }) => id)).toEqual(["window:1:0"]);
  expect(list.find("screen:0:0")).toMatchObject({ kind: "screen" });
  expect(picturesOf(await list.list({ afresh: false, kinds: "screen" }))).toEqual([[undefined, undefined]]);
});

test("a window that closed is not offered any more; its id used again brings its own pictures and name", async () => {
  const { list, now, appNameOf } = desktop({ "window:1:0": "a", "window:2:0": "b" });
  await list.list(opening);
  delete now["window:1:0"];
  await list.list(windowsAgain);
  expect(list.find("window:1:0")).toBeUndefined();
  now["window:1:0"] = "a";
  expect((await list.list(windowsAgain)).find(({ id }) => id === "window:1:0")?.thumbnail).toBe(fakeJpegUrl("a"));
  expect(appNameOf.mock.calls.map(([{ id }]) => id)).toEqual(["window:1:0", "window:2:0", "window:1:0"]);
});

test("apps' names are asked for once per opened picker, and one that fails is null", async () => {
  const { list, appNameOf } = desktop({ "window:1:0": "a", "screen:0:0": "s" });
  appNameOf.mockRejectedValueOnce(new Error("no such process"));
  expect((await list.list(opening))[0]?.appName).toBeNull();
  await list.list(windowsAgain);
  expect(appNameOf).toHaveBeenCalledExactlyOnceWith({ id: "window:1:0", title: "Title of window:1:0" });
  expect((await list.list(opening))[0]?.appName).toBe("App of window:1:0");
});
