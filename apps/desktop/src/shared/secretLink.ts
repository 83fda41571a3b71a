/** A link out of a mail: what the page it opened is for, and the secret that proves it. */
export interface MailedLink {
  readonly purpose: "reset" | "email" | "welcome";
  readonly token: string;
}

/** A link to this server with a secret in it, as a page was opened with it. */
export type SecretLink = MailedLink | { readonly purpose: "invitation"; readonly token: string };

/** What it is for, and 256 bits, behind the `#` that browsers keep to themselves. */
const SECRET_LINK = /^#(reset|email|welcome|invitation)\/([\w-]{43})$/;

/** Reads the `#` part of the web app's address; null: no link with a secret. */
export function secretLinkOf(hash: string): SecretLink | null {
  const [, purpose, token] = SECRET_LINK.exec(hash) ?? [];
  // The pattern knows these purposes alone.
  return token === undefined ? null : { purpose: purpose as SecretLink["purpose"], token };
}

/** The link that invites to a server. */
export function invitationLink(origin: string, token: string): string {
  return `${origin}/#invitation/${token}`;
}

/** The secret in what somebody was sent: an invitation's link, or what stands at its end; null: there is none. */
export function invitationIn(text: string): string | null {
  const sent = text.trim();
  if (/^[\w-]{43}$/.test(sent)) return sent;
  const link = secretLinkOf(sent.slice(sent.indexOf("#")));
  return link?.purpose === "invitation" ? link.token : null;
}
