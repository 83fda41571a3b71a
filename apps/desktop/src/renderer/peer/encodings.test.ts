import { expect, test } from "vitest";
import { applyEncoding } from "./encodings";
import { shareProfiles } from "./sharePreset";

/** The parameters a slot's sender is given. */
async function parametersOf(slot: Parameters<typeof applyEncoding>[1]) {
  const given: RTCRtpSendParameters[] = [];
  const sender = {
    getParameters: () => ({ encodings: [{}], codecs: [], headerExtensions: [], rtcp: {}, transactionId: "1" }),
    setParameters: async (parameters: RTCRtpSendParameters) => void given.push(parameters),
  };
  await applyEncoding(sender as unknown as RTCRtpSender, slot);
  const [parameters] = given;
  return { ...parameters?.encodings[0], degradation: parameters?.degradationPreference };
}

test("F27 voice comes first: of the bitrate and of the packets, then the shared sound, then the camera", async () => {
  const [voice, sound, camera] = [
    await parametersOf("voice"),
    await parametersOf("shareSound"),
    await parametersOf("camera"),
  ];
  expect([voice, sound, camera].map(({ priority }) => priority)).toEqual(["high", "medium", "low"]);
  expect([voice, sound, camera].map(({ networkPriority }) => networkPriority)).toEqual(["high", "medium", "low"]);
  const limits = [voice, sound, camera].map(({ maxBitrate = Number.NaN }) => maxBitrate);
  expect(limits).toEqual(limits.toSorted((one, other) => one - other));
});

test("F26 what gives way: both of the camera, frames of text, sharpness of motion", async () => {
  expect((await parametersOf("camera")).degradation).toBe("balanced");
  expect(shareProfiles.text.degradation).toBe("maintain-resolution");
  expect(shareProfiles.motion.degradation).toBe("maintain-framerate");
});

test("a sender without encodings is left alone", async () => {
  let asked = false;
  const sender = { getParameters: () => ({ encodings: [] }), setParameters: async () => void (asked = true) };
  await applyEncoding(sender as unknown as RTCRtpSender, "voice");
  expect(asked).toBe(false);
});
