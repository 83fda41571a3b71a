import { expect, test } from "vitest";
import { oneTimeCodes } from "./oneTimeCodes";

/** The secret of RFC 6238, appendix B. */
const SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

test.each([
  [59, "287082"],
  [1_111_111_109, "081804"],
  [1_111_111_111, "050471"],
  [1_234_567_890, "005924"],
  [2_000_000_000, "279037"],
  [20_000_000_000, "353130"],
])("RFC 6238 at %d s the code is %s, and good one step around that", (seconds, code) => {
  const step = Math.floor(seconds / 30);
  for (const [off, expected] of [
    [-60, null],
    [-30, step],
    [0, step],
    [30, step],
    [60, null],
  ] as const) {
    expect(oneTimeCodes.stepOf(SECRET, code, new Date((seconds + off) * 1000))).toBe(expected);
  }
});

test.each(["", "28708", "2870820", "abcdef", "000000"])("%j is no code", (code) => {
  expect(oneTimeCodes.stepOf(SECRET, code, new Date(59_000))).toBeNull();
});

test("secrets have 160 bits and recovery codes 80, in letters that are not mistaken for one another", () => {
  const secrets = Array.from({ length: 50 }, oneTimeCodes.newSecret);
  const codes = Array.from({ length: 50 }, oneTimeCodes.newRecoveryCode);
  expect(new Set([...secrets, ...codes]).size).toBe(100);
  for (const secret of secrets) expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  for (const code of codes) expect(code).toMatch(/^[A-Z2-7]{4}(-[A-Z2-7]{4}){3}$/);
});
