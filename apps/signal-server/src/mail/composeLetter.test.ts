import { describe, expect, it } from "vitest";
import type { Letter } from "../domain/letters";
import { composeLetter } from "./composeLetter";

const secrets = { code: "AB2CD3", token: "t0ken-of_the-link", minutes: 15 };
const letters: readonly Letter[] = [
  { kind: "passwordReset", ...secrets },
  { kind: "passwordChanged", how: "reset" },
  { kind: "passwordChanged", how: "changed" },
  { kind: "signUp", ...secrets },
  { kind: "emailChange", ...secrets },
  { kind: "emailChanged" },
  { kind: "addressTaken" },
];
const place = { origin: "https://calls.example.org", hasWebApp: true };

describe.each(letters)("the letter $kind $how", (letter) => {
  const { subject, text, html } = composeLetter(letter, place);

  it("says the same in both parts", () => {
    expect(subject).not.toBe("");
    expect(html).toContain(`<title>${subject}</title>`);
    expect(text).toContain("calls.example.org");
    const said = html.replace(/<(style|title)>[\s\S]*?<\/\1>|<[^>]+>/g, " ").replace(/\s+/g, " ");
    for (const line of text.split("\n").filter((each) => each.trim() !== "" && !each.startsWith("-- "))) {
      expect(said.replaceAll("&quot;", '"').replaceAll("&#39;", "'")).toContain(line.trim());
    }
  });

  it("loads nothing and tells nobody that it was opened", () => {
    expect(html).not.toMatch(/<(img|script|link|iframe|object|form)\b|src=|url\(|@import|background=/i);
    const addresses = [...html.matchAll(/https?:[^"<\s]*/g)].map(([address]) => address);
    const isSecret = "token" in letter;
    for (const address of addresses)
      expect(address).toMatch(/^https:\/\/calls\.example\.org\/#(reset|email|welcome)\/t0ken-of_the-link$/);
    expect(addresses.length > 0).toBe(isSecret);
  });
});

describe("a letter with a code", () => {
  it("has the link's secret behind the #, where no server on the way sees it", () => {
    const { text } = composeLetter({ kind: "passwordReset", ...secrets }, place);
    expect(text).toContain(`\n    ${secrets.code}\n`);
    expect(text).toContain(`https://calls.example.org/#reset/${secrets.token}\n`);
    expect(text).toContain("15 minutes");
  });

  it("has no link where no web app would open it", () => {
    const { text, html } = composeLetter({ kind: "passwordReset", ...secrets }, { ...place, hasWebApp: false });
    for (const part of [text, html]) {
      expect(part).toContain(secrets.code);
      expect(part).not.toContain(secrets.token);
      expect(part).not.toContain("http");
    }
  });
});
