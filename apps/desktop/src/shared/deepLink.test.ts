import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { roomOfPath, targetOfArguments, targetOfLink } from "./deepLink";

const room = "AbCdEfGhIjKlMnOpQr-_09";

describe("R35: a deep link names a person or a room and nothing else", () => {
  test.each([
    ["sightline://call/ada", "ada"],
    ["sightline://call/ada/", "ada"],
    ["sightline://call/ada.byron-1_x", "ada.byron-1_x"],
  ])("%s", (link, username) => expect(targetOfLink(link)).toEqual({ to: "person", username }));

  test.each([`sightline://room/${room}`, `sightline://room/${room}/`])("%s", (link) =>
    expect(targetOfLink(link)).toEqual({ to: "room", roomId: room }),
  );

  test.each([
    [`/room/${room}`, room],
    [`/room/${room}/`, room],
    ["/", null],
    ["/room/", null],
    [`/room/${room}x`, null],
    [`/x/room/${room}`, null],
  ])("the address %s", (path, expected) => expect(roomOfPath(path)).toBe(expected));

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
    `sightline://room/${room}x`,
    `sightline://room/${room}?enter=1`,
    `sightline://room/${room}#enter`,
    `sightline://room/${room}\n`,
    `sightline://room/../${room}`,
    `https://room/${room}`,
    " sightline://call/ada",
    "https://call/ada",
    "javascript:alert(1)",
    `sightline://call/${"a".repeat(31)}`,
  ])("%s is none", (link) => expect(targetOfLink(link)).toBeNull());

  test("whatever comes by the command line, only a username or a room comes out", () => {
    const word = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string().map((tail) => `sightline://call/${tail}`),
      fc.string().map((tail) => `sightline://room/${tail}`),
      fc.constant(`sightline://room/${room}`),
      fc.webUrl(),
      fc.constantFrom("--no-sandbox", "--inspect=0", "--", "sightline://call/ada", "-r", "./evil.js"),
    );
    fc.assert(
      fc.property(fc.array(word), (words) => {
        const target = targetOfArguments(words);
        if (target === null) return;
        const [name, shape, place] =
          target.to === "person"
            ? [target.username, /^[a-z0-9][a-z0-9._-]{2,29}$/, "call"]
            : [target.roomId, /^[A-Za-z0-9_-]{22}$/, "room"];
        expect(name).toMatch(shape);
        expect(words.some((each) => each.startsWith(`sightline://${place}/${name}`))).toBe(true);
      }),
    );
  });
});
