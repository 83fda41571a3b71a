import { z } from "zod";

/** A mail server that takes our mail. */
export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /** `tls`: from the first byte (smtps). `starttls`: demanded before anything is said. `none`: in the clear. */
  readonly security: "tls" | "starttls" | "none";
  readonly login: { readonly user: string; readonly pass: string } | null;
}

export interface MailSettings {
  /** Null: mails are written to a folder. */
  readonly smtp: SmtpServer | null;
  /** Sender, as it stands in the mail; null: made from our own address. */
  readonly from: string | null;
}

const example = "smtp://user:password@mail.example.org:587";
const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/** An address of the form smtp(s)://user:password@host:port. In the clear only to this machine, or where `?tls=off` says so. */
export const smtpUrl = z
  .url({ protocol: /^smtps?$/, hostname: /./, error: `must look like ${example}` })
  .transform((text, context): SmtpServer => {
    const { protocol, hostname, port, username, password, search } = new URL(text);
    if (search !== "" && search !== "?tls=off") {
      context.addIssue({ code: "custom", message: "may have ?tls=off at its end, and nothing else" });
      return z.NEVER;
    }
    const secure = protocol === "smtps:";
    if (secure && search !== "") {
      context.addIssue({ code: "custom", message: "says both smtps and ?tls=off" });
      return z.NEVER;
    }
    const clear = search !== "" || loopback.test(hostname);
    return {
      host: hostname.replace(/^\[|\]$/g, ""),
      port: port === "" ? (secure ? 465 : 587) : Number(port),
      security: secure ? "tls" : clear ? "none" : "starttls",
      login: username === "" ? null : { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    };
  });

/** `ann@example.org` or `Name <ann@example.org>`, on one line. */
export const mailFrom = z
  .string()
  .max(300)
  .regex(/^(?:[^\s<>@]+@[^\s<>@]+|[^<>\r\n]+<[^\s<>@]+@[^\s<>@]+>)$/, "must look like Sightline <calls@example.org>");

/** What does not fit together, as pairs of the variable's name and the fault. */
export function mailFaults(smtp: SmtpServer | undefined, from: string | undefined): [string, string][] {
  if (smtp && from === undefined)
    return [["MAIL_FROM", "is needed with SMTP_URL: the sender people see and answer to"]];
  return [];
}
