import { expect, test } from "vitest";
import { judgeTrial } from "./trialReport";

const captured = { captured: true, live: true, toneDb: -140, aroundDb: -138 };

test.each([
  ["silence", captured, "works"],
  ["music that reaches up to our tone", { ...captured, toneDb: -58, aroundDb: -60 }, "works"],
  ["a trace that is weaker than any tone of ours", { ...captured, toneDb: -110, aroundDb: -150 }, "works"],
  ["our tone", { ...captured, toneDb: -60, aroundDb: -120 }, "heardUs"],
  ["our tone in complete silence", { ...captured, toneDb: -60, aroundDb: -1000 }, "heardUs"],
  ["our tone, quieter by a volume control", { ...captured, toneDb: -84, aroundDb: -130 }, "heardUs"],
  ["a track that died", { ...captured, live: false }, "fails"],
  ["an id that cannot be captured", { captured: false, error: "NotReadableError" }, "fails"],
  ["a refusal", { captured: false, error: "NotAllowedError" }, "undecided"],
  ["a window that is gone", { captured: false, error: "AbortError" }, "undecided"],
  ["no report in time", null, "undecided"],
  ["a report of another shape", { captured: true }, "undecided"],
])("%s: %j is %s", (_name, report, expected) => {
  expect(judgeTrial(report)).toBe(expected);
});
