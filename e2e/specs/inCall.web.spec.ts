import { deviceFaultScript } from "../fixtures/deviceFault";
import { cameraTracks } from "../fixtures/livingObjects";
import type { Person } from "../fixtures/person";
import { seeFrames } from "../fixtures/pictureProbe";
import { expect, test } from "../fixtures/test";
import { streamSelector } from "../pages/callPage";

async function videoCall(caller: Person, callee: Person): Promise<void> {
  await caller.people.call(callee.name, "video");
  await callee.call.press("Accept with video");
  await caller.call.expectConnected();
  await callee.call.expectConnected();
}

test("mute and unmute are shown on both sides", async ({ pair }) => {
  const [ada, grace] = await pair();
  await videoCall(ada, grace);
  await ada.call.press("Mute");
  await expect(ada.call.button("Unmute")).toBeVisible();
  await expect(grace.call.text("Ada Byron is muted")).toBeVisible();
  await ada.call.press("Unmute");
  await expect(ada.call.button("Mute")).toBeVisible();
  await expect(grace.call.text("Ada Byron is muted")).toBeHidden();
});

test("camera off closes the device and the picture; on brings it back, and one's own picture with it", async ({
  pair,
}) => {
  const [ada, grace] = await pair();
  await videoCall(ada, grace);
  await seeFrames(grace.page, streamSelector("remoteCamera"));
  for (const { page } of [ada, grace]) await seeFrames(page, streamSelector("localCamera"));
  expect(await cameraTracks(ada.page), "the one that is sent, and the one that she sees").toBe(2);
  await ada.call.press("Turn camera off");
  await expect(grace.call.stream("remoteCamera")).toBeHidden();
  expect(await cameraTracks(ada.page)).toBe(0);
  await expect(ada.call.stream("localCamera")).toBeHidden();
  await ada.call.press("Turn camera on");
  await expect(grace.call.stream("remoteCamera")).toBeVisible();
  await seeFrames(grace.page, streamSelector("remoteCamera"), 5);
  await seeFrames(ada.page, streamSelector("localCamera"));
});

test("answering a video call without video: the caller sees no picture but their own until the camera is turned on", async ({
  pair,
}) => {
  const [ada, grace] = await pair();
  await ada.people.call(grace.name, "video");
  await grace.call.press("Accept call");
  await ada.call.expectConnected();
  await expect(grace.call.stream("remoteCamera")).toBeVisible();
  await expect(ada.call.stream("remoteCamera")).toBeHidden();
  await seeFrames(ada.page, streamSelector("localCamera"));
  await grace.call.press("Turn camera on");
  await expect(ada.call.stream("remoteCamera")).toBeVisible();
  await seeFrames(ada.page, streamSelector("remoteCamera"), 5);
});

test("the elapsed time runs", async ({ pair }) => {
  const [ada, grace] = await pair();
  await videoCall(ada, grace);
  await expect(ada.call.elapsed).toHaveText("0:03");
  await expect(grace.call.elapsed).toHaveText("0:04");
});

const cameraFaults = [
  {
    fault: "NotAllowedError",
    title: "Your camera is blocked",
    fix: /Allow the camera with the icon left of the address bar/,
  },
  { fault: "NotFoundError", title: "No camera found", fix: /Plug one in/ },
  { fault: "NotReadableError", title: "Your camera is in use", fix: /Another program is using your camera/ },
] as const;

for (const { fault, title, fix } of cameraFaults) {
  test(`${fault} of the camera: the call goes on with voice and says how to fix it`, async ({ pair }) => {
    const scripts = [{ content: deviceFaultScript("video", fault) }];
    const [ada, grace] = await pair({ first: { scripts } });
    await videoCall(ada, grace);
    await expect(ada.call.text(title)).toBeVisible();
    await expect(ada.call.text(fix)).toBeVisible();
    await expect(ada.call.button("Mute")).toBeVisible();
    await seeFrames(ada.page, streamSelector("remoteCamera"));
    await expect(grace.call.stream("remoteCamera")).toBeHidden();

    await ada.page.evaluate("window.repairDevices()");
    await ada.call.press("Turn camera on");
    await expect(grace.call.stream("remoteCamera")).toBeVisible();
    await expect(ada.call.text(title)).toBeHidden();
  });
}

test("a callee without any permission can still answer, listen and watch", async ({ pair }) => {
  const scripts = [{ content: deviceFaultScript("both", "NotAllowedError") }];
  const [ada, grace] = await pair({ second: { scripts } });
  await videoCall(ada, grace);
  await expect(grace.call.text("Your microphone is blocked")).toBeVisible();
  await expect(grace.call.text("Your camera is blocked")).toBeVisible();
  await expect(ada.call.text("Grace Hopper is muted")).toBeVisible();
  await seeFrames(grace.page, streamSelector("remoteCamera"));
});

test("a blocked microphone is told while it rings, and leaves Cancel free", async ({ pair }) => {
  const scripts = [{ content: deviceFaultScript("audio", "NotAllowedError") }];
  const [ada, grace] = await pair({ first: { scripts } });
  await ada.people.call(grace.name, "audio");
  await expect(ada.call.text("Your microphone is blocked")).toBeVisible();
  await ada.call.press("Cancel");
  await grace.call.expectEnded("You missed a call from Ada Byron.");
});
