import { describe, expect, it } from "vitest";
import { redundantFirst, withErrorCorrection } from "./voiceCodec";

const named = (...names: string[]) => names.map((name) => ({ mimeType: `audio/${name}` }));

describe("redundancy for the voice", () => {
  it.each([
    ["comes first, the rest as it was", named("opus", "red", "G722", "PCMU"), named("red", "opus", "G722", "PCMU")],
    ["in any spelling", named("OPUS", "RED"), named("RED", "OPUS")],
    ["is left alone without Opus", named("PCMU", "red"), named("PCMU", "red")],
    ["is not missed where there is none", named("opus", "G722"), named("opus", "G722")],
    ["of nothing is nothing", [], []],
  ])("%s", (_name, codecs, expected) => {
    expect(redundantFirst(codecs)).toEqual(expected);
  });
});

describe("error correction of Opus", () => {
  const sdp = (...lines: string[]) => ["v=0", "s=-", ...lines, ""].join("\r\n");
  const media = "m=audio 9 UDP/TLS/RTP/SAVPF 111 63";
  const opus = "a=rtpmap:111 opus/48000/2";

  it.each([
    ["is there already", "a=fmtp:111 minptime=10;useinbandfec=1", "a=fmtp:111 minptime=10;useinbandfec=1"],
    ["was off", "a=fmtp:111 useinbandfec=0;minptime=10", "a=fmtp:111 minptime=10;useinbandfec=1"],
    ["was not spoken of", "a=fmtp:111 minptime=10; stereo=1", "a=fmtp:111 minptime=10;stereo=1;useinbandfec=1"],
  ])("%s", (_name, given, expected) => {
    expect(withErrorCorrection(sdp(media, opus, given))).toBe(sdp(media, opus, expected));
  });

  it("is asked for where Opus had no parameters, in every section", () => {
    const changed = withErrorCorrection(sdp(media, opus, media, opus, "a=fmtp:63 111/111"));
    const fec = "a=fmtp:111 useinbandfec=1";
    expect(changed).toBe(sdp(media, opus, fec, media, opus, fec, "a=fmtp:63 111/111"));
  });

  it("leaves what has no Opus alone, and does nothing twice", () => {
    const video = sdp("m=video 9 UDP/TLS/RTP/SAVPF 96", "a=rtpmap:96 VP8/90000");
    expect(withErrorCorrection(video)).toBe(video);
    const once = withErrorCorrection(sdp(media, opus, "a=fmtp:111 minptime=10"));
    expect(withErrorCorrection(once)).toBe(once);
  });
});
