import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type SdpFault, sdpFault } from "./sdpCheck";

const FINGERPRINT = `a=fingerprint:sha-256 ${Array.from({ length: 32 }, (_, i) => i.toString(16).padStart(2, "0").toUpperCase()).join(":")}`;
const section = (media: string) => [
  media,
  "c=IN IP4 0.0.0.0",
  "a=ice-ufrag:abcd",
  FINGERPRINT,
  "a=setup:actpass",
  "a=mid:0",
];
const lines = [
  "v=0",
  "o=- 1 2 IN IP4 127.0.0.1",
  "s=-",
  "t=0 0",
  "a=group:BUNDLE 0 1 2",
  ...section("m=audio 9 UDP/TLS/RTP/SAVPF 111 63"),
  ...section("m=video 9 UDP/TLS/RTP/SAVPF 96 97"),
  ...section("m=application 9 UDP/DTLS/SCTP webrtc-datachannel"),
];
const honest = `${lines.join("\r\n")}\r\n`;
const faultOf = (sdp: string, type: "offer" | "answer" = "offer") => sdpFault({ type, sdp });
const plus = (...more: string[]) => `${honest}${more.join("\r\n")}\r\n`;

describe("R7 a description from the network", () => {
  test("passes as two honest clients exchange it", () => {
    expect(faultOf(honest)).toBeNull();
    expect(faultOf(honest.replaceAll("a=setup:actpass", "a=setup:active"), "answer")).toBeNull();
    expect(faultOf(honest.replaceAll("\r\n", "\n"))).toBeNull();
  });

  test("may carry its fingerprint once for all sections", () => {
    const atTop = honest.replaceAll(`${FINGERPRINT}\r\n`, "").replace("t=0 0", `t=0 0\r\n${FINGERPRINT}`);
    expect(faultOf(atTop)).toBeNull();
  });

  test.each<[string, string, SdpFault]>([
    ["is too large", plus(`a=x:${"y".repeat(48 * 1024)}`), "tooLarge"],
    ["is too large in bytes, not in characters", plus(`a=x:${"é".repeat(25 * 1024)}`), "tooLarge"],
    ["is empty", "", "malformed"],
    ["is no session description", "<html></html>", "malformed"],
    ["has a line without a type", plus("nonsense"), "malformed"],
    ["has a control character", plus("a=x:\u0000"), "malformed"],
    ["hides a line behind a lone carriage return", plus("a=x:1\ra=crypto:1"), "malformed"],
    ["has an SDES key", plus("a=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:abc"), "keyInDescription"],
    ["has an old-fashioned key", plus("k=clear:abc"), "keyInDescription"],
    ["negotiates keys by MIKEY", plus("a=key-mgmt:mikey AQAF"), "keyInDescription"],
    ["has no media", "v=0\r\ns=-\r\n", "mediaSections"],
    [
      "has nine sections",
      plus(...Array.from({ length: 6 }, () => section("m=audio 9 UDP/TLS/RTP/SAVPF 0")).flat()),
      "mediaSections",
    ],
    ["asks for unencrypted media", honest.replace("UDP/TLS/RTP/SAVPF 111", "RTP/AVP 111"), "protocol"],
    ["asks for SDES media", honest.replace("UDP/TLS/RTP/SAVPF 111", "RTP/SAVPF 111"), "protocol"],
    ["has an unknown section", plus(...section("m=message 9 TCP/MSRP *")), "protocol"],
    ["has no fingerprint", honest.replaceAll(`${FINGERPRINT}\r\n`, ""), "fingerprint"],
    ["lacks one in a section", honest.replace(`${FINGERPRINT}\r\n`, ""), "fingerprint"],
    ["has a weak fingerprint", honest.replace("sha-256", "sha-1"), "fingerprint"],
    ["has an md5 fingerprint beside", plus("a=fingerprint:md5 00:11"), "fingerprint"],
    ["has a cut fingerprint", honest.replace(":1F", ""), "fingerprint"],
    ["has two different fingerprints", honest.replace(":1F", ":1E"), "fingerprint"],
    ["has no setup", honest.replaceAll("a=setup:actpass\r\n", ""), "setup"],
    ["has an odd setup", honest.replace("a=setup:actpass", "a=setup:holdconn"), "setup"],
  ])("is refused when it %s", (_, sdp, fault) => {
    expect(faultOf(sdp)).toBe(fault);
  });

  test("is refused when an answer leaves the setup open, or an offer fixes it", () => {
    expect(faultOf(honest, "answer")).toBe("setup");
    expect(faultOf(honest.replaceAll("actpass", "active"), "offer")).toBe("setup");
  });

  test("never crashes the check, whatever it is, and quickly", () => {
    const piece = fc.constantFrom(...lines, "a=fingerprint:", "a=setup:", "m=", "=", "", "\r", "\n", "\u0000");
    const anything = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(piece).map((parts) => parts.join("\r\n")),
    );
    fc.assert(
      fc.property(anything, fc.constantFrom("offer" as const, "answer" as const), (sdp, type) => {
        const fault = sdpFault({ type, sdp });
        expect(fault === null || typeof fault === "string").toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test("with one line changed never passes with a foreign key, fingerprint or protocol in it", () => {
    const evil = fc.constantFrom("a=crypto:1 x inline:y", "a=fingerprint:sha-1 00", "m=audio 9 RTP/AVP 0", "k=clear:x");
    fc.assert(
      fc.property(evil, fc.integer({ min: 1, max: lines.length }), (line, index) => {
        expect(faultOf(`${lines.toSpliced(index, 0, line).join("\r\n")}\r\n`)).not.toBeNull();
      }),
    );
  });
});
