import { inspectScreen } from "../fixtures/screenPictures";
import { expect, test } from "../fixtures/test";
import type { Person } from "../fixtures/person";

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

test("the details fit every screen and pass the accessibility check", async ({ pair }) => {
  const [ada, grace] = await pair();
  await connect(ada, grace);
  await ada.call.quality.click();
  await expect(ada.call.qualityDetails).toContainText("Round trip");
  await inspectScreen(ada.page, "call-quality");
});
