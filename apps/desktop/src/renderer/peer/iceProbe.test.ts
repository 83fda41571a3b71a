import { expect, it } from "vitest";
import { outcomeOfError } from "./iceProbe";

it.each([
  ["wrong or expired credentials", 401, 90, "refused"],
  ["a forbidden user", 403, 90, "refused"],
  ["the user's quota", 486, 90, "full"],
  ["all the relay's room", 508, 90, "full"],
  ["a machine where nobody listens", 701, 90, "closed"],
  ["silence", 701, 9_500, "unreachable"],
  ["a fault of the server", 500, 90, "unreachable"],
] as const)("tells %s", (_, code, afterMs, outcome) => expect(outcomeOfError(code, afterMs)).toBe(outcome));
