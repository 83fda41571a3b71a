import { expect, it, test } from "vitest";
import { invitationIn, invitationLink, secretLinkOf } from "./secretLink";

const token = "q9Jxg2k3ZQ0vYl8mT5rWb7NcPhUeAsDfGjK4Lx1-_6o";

it("a link with a secret is what the server writes, and nothing else", () => {
  for (const purpose of ["reset", "email", "welcome", "invitation"])
    expect(secretLinkOf(`#${purpose}/${token}`)).toEqual({ purpose, token });
  for (const other of [
    "",
    "#",
    `#reset/${token}x`,
    `#reset/${token.slice(1)}`,
    `#other/${token}`,
    `#/reset/${token}`,
    `reset/${token}`,
    `#reset/${token}/`,
  ])
    expect(secretLinkOf(other)).toBeNull();
});

test.each([token, invitationLink("https://calls.example.org", token), ` #invitation/${token} \n`])(
  "the invitation in %o",
  (text) => expect(invitationIn(text)).toBe(token),
);

test.each(["", "#", "hello", token.slice(1), `${token}x`, `https://calls.example.org/${token}`, `#reset/${token}`])(
  "no invitation in %o",
  (text) => expect(invitationIn(text)).toBeNull(),
);
