import { describe, expect, it } from "vitest";
import { contact } from "./contact";
import { serverEvents } from "./events";
import { presence } from "./presence";

const userId = "00000000-0000-4000-8000-00000000000a";

describe("presence", () => {
  it("a word of a newer server is read as online, in messages and in lists", () => {
    const changed = { userId, presence: "onTheMoon" };
    expect(serverEvents["presence:changed"].parse(changed)).toEqual({ userId, presence: "online" });
    const user = { id: userId, name: "Ann", username: "ann" };
    expect(contact.parse({ user, state: "accepted", presence: "onTheMoon" }).presence).toBe("online");
  });

  it("what is no word is refused", () => {
    for (const nothing of [null, 7, "x".repeat(41), undefined]) expect(presence.safeParse(nothing).success).toBe(false);
  });
});
