import { expect, test } from "vitest";
import { withStereo } from "./stereo";

const audio = ["m=audio 9 UDP/TLS/RTP/SAVPF 111", "a=rtpmap:111 opus/48000/2", "a=fmtp:111 minptime=10;useinbandfec=1"];
const video = ["m=video 9 UDP/TLS/RTP/SAVPF 96", "a=rtpmap:96 VP8/90000"];
const join = (...parts: string[][]) => `${[["v=0", "s=-"], ...parts].flat().join("\r\n")}\r\n`;
const stereo = "a=fmtp:111 minptime=10;useinbandfec=1;stereo=1;sprop-stereo=1";

test("only the named section becomes stereo", () => {
  const [media = "", rtpmap = ""] = audio;
  expect(withStereo(join(audio, video, video, audio), 3)).toBe(join(audio, video, video, [media, rtpmap, stereo]));
});

test("doing it twice changes nothing more, and no silence is skipped", () => {
  const once = withStereo(join([...audio.slice(0, 2), "a=fmtp:111 usedtx=1;stereo=0;minptime=10"]), 0);
  expect(once).toContain("a=fmtp:111 minptime=10;stereo=1;sprop-stereo=1\r\n");
  expect(withStereo(once, 0)).toBe(once);
});

test("Opus without parameters gets them", () => {
  expect(withStereo(join(audio.slice(0, 2)), 0)).toBe(
    join([...audio.slice(0, 2), "a=fmtp:111 stereo=1;sprop-stereo=1"]),
  );
});

test("what has no Opus there is left alone", () => {
  for (const sdp of [join(video), join(audio), "", "no description"]) expect(withStereo(sdp, 1)).toBe(sdp);
  expect(withStereo(join(video), 0)).toBe(join(video));
});
