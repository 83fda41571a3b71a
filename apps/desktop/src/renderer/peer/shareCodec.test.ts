import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codecToSend, inOrder } from "./shareCodec";
import { shareProfiles } from "./sharePreset";

const codecs = (...names: string[]) => names.map((name) => ({ mimeType: `video/${name}` }));
const text = shareProfiles.text.codecs;
const motion = shareProfiles.motion.codecs;
const all = codecs("VP8", "rtx", "VP9", "H264", "AV1", "red", "ulpfec");

describe("the order of codecs", () => {
  it("puts those for text first and keeps the rest behind", () => {
    expect(inOrder(all, text)).toEqual(codecs("AV1", "VP9", "VP8", "H264", "rtx", "red", "ulpfec"));
  });

  it("keeps the browser's order among the kinds of one codec", () => {
    const kinds = ["42e01f", "640034"].map((profile) => ({
      mimeType: "video/h264",
      sdpFmtpLine: `profile-level-id=${profile}`,
    }));
    expect(inOrder([...kinds, ...codecs("AV1")], text)).toEqual([...codecs("AV1"), ...kinds]);
  });

  it("loses nothing and adds nothing, whatever the browser has", () => {
    const name = fc.constantFrom("VP8", "VP9", "H264", "H265", "AV1", "rtx", "red");
    fc.assert(
      fc.property(fc.array(name), (names) => {
        const given = codecs(...names);
        const ordered = inOrder(given, text);
        expect(ordered).toHaveLength(given.length);
        expect(new Set(ordered)).toEqual(new Set(given));
      }),
    );
  });
});

describe("the codec to send", () => {
  it.each([
    ["text", text, ["VP8", "VP9", "H264", "AV1"], "AV1"],
    ["text without AV1", text, ["VP8", "H264", "VP9"], "VP9"],
    ["text, both old", text, ["H264", "VP8"], "VP8"],
    ["text with H.264 alone", text, ["H264"], "H264"],
    ["motion", motion, ["AV1", "VP9", "VP8", "H264"], motion[0]],
    ["motion with AV1 alone", motion, ["AV1"], "AV1"],
  ])("%s", (_, order, negotiated, expected) => {
    const found = codecToSend(codecs(...negotiated, "rtx"), all, order);
    expect(found?.mimeType).toBe(`video/${expected}`);
  });

  it("is one this machine can encode", () => {
    expect(codecToSend(all, codecs("VP8", "H264"), text)?.mimeType).toBe("video/VP8");
  });

  it("is left to the browser when none is known", () => {
    expect(codecToSend(codecs("H265", "rtx"), all, text)).toBeNull();
  });
});
