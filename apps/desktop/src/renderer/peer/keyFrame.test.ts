import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createPictureRenewal } from "./keyFrame";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] }));
afterEach(() => void vi.useRealTimers());

function sender(track: object | null) {
  const asked: unknown[] = [];
  const fake = {
    track,
    getParameters: () => ({ encodings: [{}] }),
    setParameters: async (_parameters: unknown, { encodingOptions }: { encodingOptions: unknown }) =>
      void asked.push(encodingOptions),
  };
  return { asked, fake: fake as unknown as RTCRtpSender };
}

test("F9 the pictures begin anew when asked for, and once more a second later; what is not sent is left alone", () => {
  const [camera, share] = [sender({}), sender(null)];
  const renew = createPictureRenewal(() => [camera.fake, share.fake, undefined]);
  renew();
  expect(camera.asked).toEqual([[{ keyFrame: true }]]);
  vi.advanceTimersByTime(60_000);
  expect(camera.asked).toHaveLength(2);
  expect(share.asked).toEqual([]);
});

test("both sides notice in the same moment: that makes one new picture, and a later loss makes another", () => {
  const { asked, fake } = sender({});
  const renew = createPictureRenewal(() => [fake]);
  renew();
  vi.advanceTimersByTime(100);
  renew();
  expect(asked).toHaveLength(1);
  vi.advanceTimersByTime(5_000);
  renew();
  expect(asked).toHaveLength(3);
});
