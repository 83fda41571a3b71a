import { inspectScreen } from "../fixtures/screenPictures";
import { expect, test } from "../fixtures/test";
import type { Person } from "../fixtures/person";
import { sentPicture } from "../fixtures/sentPictures";

async function connect(caller: Person, callee: Person): Promise<void> {
  await caller.people.call(callee.name, "video");
  await callee.call.expectIncoming(caller.name);
  await callee.call.press("Accept with video");
  await caller.call.expectConnected();
  await callee.call.expectConnected();
}

test("the call's quality in one word, its figures on demand, by keyboard alone, and never an address", async ({
  pair,
}) => {
  const [ada, grace] = await pair();
  await connect(ada, grace);
  const { quality, qualityDetails: details } = ada.call;
  await expect(quality).toHaveText(/^(Good|Fair|Poor)$/);
  await expect(details).toBeHidden();
  await quality.focus();
  await ada.page.keyboard.press("Enter");
  await expect(details).toContainText(/Round trip\s*\d+ ms/);
  await expect(details).toContainText(/Lost packets\s*\d/);
  await expect(details).toContainText(/Direct · IPv[46] · UDP/);
  await expect(details).toContainText(/Picture received\s*\d+×\d+, \d+ fps · \w+ · /);
  await expect(details).toContainText(/Sound sent\s*Opus · \d+\skbit\/s/);
  await expect(details).not.toContainText(/\d+\.\d+\.\d+\.\d+|\.local/);
  await ada.page.keyboard.press("Escape");
  await expect(details).toBeHidden();
  await expect(quality).toBeFocused();
});

test("F27: the voice is sent with redundancy and error correction, both ways", async ({ pair }) => {
  const [ada, grace] = await pair();
  await connect(ada, grace);
  for (const { page } of [ada, grace]) {
    const voice = () =>
      page.evaluate(() => {
        const peer = window.sightlineSpy.peers.at(-1);
        // Statistics name what is inside; what goes out is the first of the negotiated codecs.
        const codec = peer?.getSenders()[0]?.getParameters().codecs[0]?.mimeType;
        const remote = peer?.currentRemoteDescription?.sdp ?? "";
        return { codec, correcting: /a=fmtp:\d+ [^\r]*useinbandfec=1/.test(remote) };
      });
    await expect.poll(voice).toEqual({ codec: "audio/red", correcting: true });
  }
});

test("F27: both sides keep their sound within limits, so that a poor line is not set aside for silence", async ({
  pair,
}) => {
  const [ada, grace] = await pair();
  await connect(ada, grace);
  for (const { page } of [ada, grace]) {
    const limits = () =>
      page.evaluate(() => {
        const senders = window.sightlineSpy.peers.at(-1)?.getSenders() ?? [];
        return senders.map((sender) => sender.getParameters().encodings[0]?.maxBitrate ?? "none");
      });
    await expect.poll(limits).toEqual([64_000, 2_500_000, expect.any(Number), 160_000]);
  }
});

test("the details fit every screen and pass the accessibility check", async ({ pair }) => {
  const [ada, grace] = await pair();
  await connect(ada, grace);
  await ada.call.quality.click();
  await expect(ada.call.qualityDetails).toContainText("Round trip");
  await inspectScreen(ada.page, "call-quality");
});

test("the first picture is small and waits for nothing, and a second or two later they have their full size", async ({
  pair,
}) => {
  const [ada, grace] = await pair();
  await ada.people.call(grace.name, "video");
  await grace.call.expectIncoming(ada.name);
  const first = Promise.all([sentPicture(ada.page), sentPicture(grace.page)]);
  await grace.call.press("Accept with video");
  const pictures = await first;
  // Left to itself the encoder throws pictures away, each time trying a smaller size, before it sends the first.
  for (const { width, cameraWidth, sizesTried } of pictures) expect([width * 4, sizesTried]).toEqual([cameraWidth, 0]);
  for (const { page } of [ada, grace]) {
    await expect
      .poll(async () => {
        const { width, cameraWidth } = await sentPicture(page);
        return width / cameraWidth;
      })
      .toBe(1);
  }
});
