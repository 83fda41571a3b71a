import { expect, it } from "vitest";
import { outcomeOfRefusal } from "./refusals";

it("a caller hears the truth of a contact who is busy or wants quiet, and one word of all who are not there", () => {
  expect(outcomeOfRefusal("call.busy")).toBe("busy");
  expect(outcomeOfRefusal("call.doNotDisturb")).toBe("doNotDisturb");
  for (const code of ["call.unreachable", "user.notFound", "contact.notFound"] as const) {
    expect(outcomeOfRefusal(code)).toBe("unreachable");
  }
});
