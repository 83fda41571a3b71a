import { expect, test } from "vitest";
import { mediaProblemOf, shareProblemOf } from "./mediaError";

test.each([
  ["NotAllowedError", "blocked"],
  ["SecurityError", "blocked"],
  ["NotFoundError", "missing"],
  ["OverconstrainedError", "missing"],
  ["NotReadableError", "busy"],
  ["AbortError", "busy"],
  ["InvalidStateError", "failed"],
  ["TypeError", "failed"],
] as const)("a device that fails with %s is %s", (name, problem) => {
  expect(mediaProblemOf(new DOMException("", name))).toBe(problem);
});

test.each([null, undefined, "NotAllowedError", { name: "NotAllowedError" }, new Error("?")])(
  "what is no browser error (%s) is just failed",
  (error) => {
    expect(mediaProblemOf(error)).toBe("failed");
    expect(shareProblemOf(error)).toBe("failed");
  },
);

test.each([
  ["NotAllowedError", "Permission denied", "cancelled"],
  ["NotAllowedError", "Permission denied by user", "cancelled"],
  ["NotAllowedError", "The request is not allowed by the user agent", "cancelled"],
  ["NotAllowedError", "Permission denied by system", "blocked"],
  ["NotAllowedError", 'Access to the feature "display-capture" is disallowed by permissions policy.', "blocked"],
  ["SecurityError", "", "blocked"],
  ["NotFoundError", "", "missing"],
  ["NotReadableError", "Could not start video source", "failed"],
  ["InvalidStateError", "must be called from a user gesture", "failed"],
] as const)("sharing that fails with %s (%s) is %s", (name, message, problem) => {
  expect(shareProblemOf(new DOMException(message, name))).toBe(problem);
});
