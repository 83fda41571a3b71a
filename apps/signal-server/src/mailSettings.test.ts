import { describe, expect, it } from "vitest";
import { readConfig } from "./config";

const mailOf = (variables: Record<string, string>) => {
  const read = readConfig(variables);
  if ("faults" in read) throw new Error(read.faults.join("; "));
  return read.config.mail;
};
const faultsOf = (variables: Record<string, string>) => {
  const read = readConfig(variables);
  return "faults" in read ? read.faults : [];
};
const from = { MAIL_FROM: "Sightline <calls@example.org>" };

describe("the settings of the mail server", () => {
  it("are none at first", () => {
    expect(mailOf({})).toEqual({ smtp: null, from: null });
  });

  it.each([
    ["smtp://mail.example.org", { host: "mail.example.org", port: 587, security: "starttls", login: null }],
    ["smtps://mail.example.org", { host: "mail.example.org", port: 465, security: "tls", login: null }],
    [
      "smtp://ann%40example.org:p%3Ass%2F@mail.example.org:2525",
      {
        host: "mail.example.org",
        port: 2525,
        security: "starttls",
        login: { user: "ann@example.org", pass: "p:ss/" },
      },
    ],
    ["smtp://127.0.0.1:25", { host: "127.0.0.1", port: 25, security: "none", login: null }],
    ["smtp://localhost:25", { host: "localhost", port: 25, security: "none", login: null }],
    ["smtp://[::1]:25", { host: "::1", port: 25, security: "none", login: null }],
    ["smtp://relay.lan:25?tls=off", { host: "relay.lan", port: 25, security: "none", login: null }],
  ])("%s: nothing leaves this machine in the clear unless it is said so", (url, smtp) => {
    expect(mailOf({ SMTP_URL: url, ...from })).toEqual({ smtp, from: from.MAIL_FROM });
  });

  it.each([
    "http://mail.example.org",
    "mail.example.org",
    "smtp://",
    "smtp://mail.example.org?requireTLS=false",
    "smtps://mail.example.org?tls=off",
  ])("refuse %s", (url) => {
    expect(faultsOf({ SMTP_URL: url, ...from })).toEqual([expect.stringMatching(/^SMTP_URL: /)]);
  });

  it.each(["nobody", "a@b, c@d", "x <a@b>\r\nBcc: c@d", "<a@b> <c@d>"])("refuse the sender %j", (MAIL_FROM) => {
    expect(faultsOf({ MAIL_FROM })).toEqual([expect.stringMatching(/^MAIL_FROM: /)]);
  });

  it("need a sender, and all faults are said at once, without the password", () => {
    expect(faultsOf({ SMTP_URL: "smtp://mail.example.org" })).toEqual([expect.stringMatching(/^MAIL_FROM: is needed/)]);
    const faults = faultsOf({ PORT: "x", SMTP_URL: "smtp://u:hunter2@mail.example.org?x", MAIL_FROM: "nobody" });
    expect(faults.map((fault) => fault.split(":")[0])).toEqual(["PORT", "SMTP_URL", "MAIL_FROM"]);
    expect(faults.join()).not.toContain("hunter2");
  });
});
