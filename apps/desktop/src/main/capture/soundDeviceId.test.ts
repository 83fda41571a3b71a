import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { appSoundId, isBundleId, isProcessId, isSoundDeviceId } from "./soundDeviceId";

const bundle = "com.example.Player-2";

describe("audio device ids that may reach Chromium", () => {
  test.each([
    ["win32", "loopbackWithoutChrome", true],
    ["darwin", "loopbackWithoutChrome", true],
    ["win32", "applicationLoopback:1", true],
    ["win32", "applicationLoopback:4294967295", true],
    ["darwin", `applicationLoopback:${bundle}`, true],
    ["darwin", `applicationLoopback:${bundle}:2147483647`, true],
    // Chromium's own process would stop: it demands an unsigned 32 bit number.
    ["win32", "applicationLoopback:4294967296", false],
    ["win32", "applicationLoopback:9999999999", false],
    ["win32", `applicationLoopback:${bundle}`, false],
    ["win32", "applicationLoopback:12:34", false],
    ["win32", "applicationLoopback:0", false],
    ["win32", "applicationLoopback:", false],
    ["win32", "applicationLoopback", false],
    ["win32", "applicationLoopback:4242\n", false],
    ["win32", "applicationLoopback: 42", false],
    ["win32", "applicationLoopback:٤٢", false],
    // A process id that cannot be read would be ignored, and more captured than was chosen.
    ["darwin", `applicationLoopback:${bundle}:2147483648`, false],
    ["darwin", `applicationLoopback:${bundle}:`, false],
    ["darwin", `applicationLoopback:${bundle}:1:2`, false],
    ["darwin", "applicationLoopback:4242", false],
    ["darwin", "applicationLoopback:com.example/../x", false],
    ["darwin", `applicationLoopback:${"a".repeat(156)}`, false],
    ["win32", "loopback", false],
    ["win32", "loopbackWithMute", false],
    ["win32", "loopbackAllDevices", false],
    ["darwin", "restrictOwnAudioBrowserLoopback:org.example:1", false],
    ["win32", "default", false],
    ["win32", "", false],
    ["linux", "loopbackWithoutChrome", false],
    ["linux", "applicationLoopback:1", false],
  ] as const)("%s %j: %s", (platform, id, expected) => {
    expect(isSoundDeviceId(id, platform)).toBe(expected);
  });

  test("nothing else, whatever it is", () => {
    const allowed = {
      win32: /^(loopbackWithoutChrome|applicationLoopback:\d{1,10})$/,
      darwin: /^(loopbackWithoutChrome|applicationLoopback:[A-Za-z0-9.-]{1,155}(:\d{1,10})?)$/,
    };
    const piece = fc.oneof(
      fc.constantFrom("loopback", "loopbackWithoutChrome", "applicationLoopback", ":", "\n", " ", bundle, "4242"),
      fc.string(),
      fc.nat().map(String),
      fc.bigInt({ min: 0n, max: 99_999_999_999n }).map(String),
    );
    const id = fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(id, fc.constantFrom("win32" as const, "darwin" as const), (text, platform) => {
        if (isSoundDeviceId(text, platform)) expect(text).toMatch(allowed[platform]);
      }),
      { numRuns: 5_000 },
    );
  });

  test("every id we make passes, and any change of one character to something foreign does not", () => {
    const letter = fc.constantFrom("a", "z", "A", "Z", "0", "9", ".", "-");
    const someBundle = fc.array(letter, { minLength: 1, maxLength: 155 }).map((letters) => letters.join(""));
    fc.assert(
      fc.property(someBundle.filter(isBundleId), fc.nat(), (target, place) => {
        const id = appSoundId(target);
        expect(isSoundDeviceId(id, "darwin")).toBe(true);
        const at = place % id.length;
        expect(isSoundDeviceId(`${id.slice(0, at)}\u0000${id.slice(at + 1)}`, "darwin")).toBe(false);
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 0xffff_ffff }), (processId) => {
        expect(isProcessId(String(processId), "win32")).toBe(true);
        expect(isSoundDeviceId(appSoundId(String(processId)), "win32")).toBe(true);
      }),
    );
  });
});
