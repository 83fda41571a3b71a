import { describe, expect, test, vi } from "vitest";
import { otherCameras, replaceCamera } from "./cameraSwitch";
import type { CameraRequest, Captured } from "./capture";
import { type FakeTrack, fakeTrack } from "./fakeTrack";

const [a, b, c] = [{ deviceId: "a" }, { deviceId: "b" }, { deviceId: "c" }];
const facing = (value: "user" | "environment", exact: boolean) => ({ deviceId: null, facing: { value, exact } });

describe("which camera comes next", () => {
  test.each<[string, Parameters<typeof otherCameras>, CameraRequest[]]>([
    ["front to back", [{ deviceId: "a", facingMode: "user" }, [a, b]], [facing("environment", true), b]],
    ["back to front", [{ deviceId: "b", facingMode: "environment" }, [a, b]], [facing("user", true), a]],
    ["no way to look: the next", [{ deviceId: "b" }, [a, b, c]], [c]],
    ["after the last the first", [{ deviceId: "c" }, [a, b, c]], [a]],
    ["one that is not in the list: the first", [{ deviceId: "x" }, [a, b]], [a]],
    ["only one camera", [{ deviceId: "a" }, [a]], []],
    [
      "no list: any that looks the other way",
      [{ facingMode: "user" }, []],
      [facing("environment", true), facing("environment", false)],
    ],
    ["no list and no way to look", [{}, []], []],
  ])("%s", (_, [now, cameras], requests) => {
    expect(otherCameras(now, cameras)).toEqual(requests);
  });
});

/** Cameras as on many phones: one at a time. */
function phone(working: Record<string, boolean>) {
  let open: FakeTrack | null = null;
  const asked: string[] = [];
  return {
    asked,
    async openCamera({ deviceId, ...look }: CameraRequest): Promise<Captured<MediaStreamTrack>> {
      const wanted = deviceId ?? look.facing?.value ?? "default";
      asked.push(wanted);
      if (open?.readyState === "live") return { ok: false, problem: "busy" };
      if (!working[wanted]) return { ok: false, problem: "missing" };
      open = fakeTrack("video", { deviceId: wanted });
      return { ok: true, value: open };
    },
  };
}

describe("replacing a camera", () => {
  async function startedOn(deviceId: string, working: Record<string, boolean>) {
    const capture = phone({ ...working, [deviceId]: true });
    const opened = await capture.openCamera({ deviceId });
    if (!opened.ok) throw new Error("the first camera does not open");
    return { capture, old: opened.value };
  }

  test("closes the old one first, as phones demand", async () => {
    const { capture, old } = await startedOn("a", { b: true });
    const heldWhenReleased: string[] = [];
    const release = () => heldWhenReleased.push(...capture.asked, old.readyState);
    const { captured, reopened } = await replaceCamera(capture, old, [b], release);
    expect(heldWhenReleased).toEqual(["a", "ended"]);
    expect(captured.ok && captured.value.getSettings().deviceId).toBe("b");
    expect([old.readyState, reopened]).toEqual(["ended", false]);
  });

  test("tries the next best, then the old one again", async () => {
    const { capture, old } = await startedOn("a", {});
    const { captured, reopened } = await replaceCamera(capture, old, [facing("environment", true), b], () => {});
    expect(capture.asked).toEqual(["a", "environment", "b", "a"]);
    expect(captured.ok && captured.value.readyState).toBe("live");
    expect(reopened).toBe(true);
  });

  test("leaves the only camera alone", async () => {
    const { capture, old } = await startedOn("a", {});
    const release = vi.fn();
    const kept = { captured: { ok: true, value: old }, reopened: true };
    expect(await replaceCamera(capture, old, [], release)).toEqual(kept);
    expect(release).not.toHaveBeenCalled();
    expect(old.readyState).toBe("live");
  });
});
