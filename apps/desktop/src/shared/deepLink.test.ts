import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { personOfArguments, personOfLink } from "./deepLink";

describe("R35: a deep link names a person and nothing else", () => {
  test.each([
    ["sightline://call/ada", "ada"],
    ["sightline://call/ada/", "ada"],
    ["sightline://call/ada.byron-1_x", "ada.byron-1_x"],
  ])("%s", (link, person) => expect(personOfLink(link)).toBe(person));

  test.each([
    "",
    "sightline://",
    "sightline://call/",
    "sightline://call/ab",
    "sightline://call/Ada",
    "sightline://call/ada?video=1",
    "sightline://call/ada#now",
    "sightline://call/ada//",
    "sightline://call/../ada",
    "sightline://call/%61da",
    "sightline://call/ada\n",
    "sightline://ada@call/eve",
    "sightline://room/abc",
    " sightline://call/ada",
    "https://call/ada",
    "javascript:alert(1)",
    `sightline://call/${"a".repeat(31)}`,
  ])("%s is none", (link) => expect(personOfLink(link)).toBeNull());

  test("whatever comes by the command line, only a username comes out", () => {
    const word = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string().map((tail) => `sightline://call/${tail}`),
      fc.webUrl(),
      fc.constantFrom("--no-sandbox", "--inspect=0", "--", "sightline://call/ada", "-r", "./evil.js"),
    );
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const person = personOfArguments(words);
        if (person !== null) {
          expect(person).toMatch(/^[a-z0-9][a-z0-9._-]{2,29}$/);
          expect(words.some((each) => each.startsWith(`sightline://call/${person}`))).toBe(true);
        }
      }),
    );
  });
});
