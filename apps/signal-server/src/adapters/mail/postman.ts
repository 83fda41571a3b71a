import type { SendMailOptions } from "nodemailer";
import type { ComposedLetter } from "../../mail/composeLetter";

export interface AddressedLetter extends ComposedLetter {
  readonly from: string;
  readonly to: string;
}

/** Carries one letter. */
export interface Postman {
  /** Rejects when it could not be delivered, with what the mail server or the connection said. */
  deliver(letter: AddressedLetter): Promise<void>;
  close(): void;
}

/** The letter for nodemailer. The headers keep answering machines from answering (RFC 3834). */
export function messageOf(letter: AddressedLetter): SendMailOptions {
  const headers = { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" };
  return { ...letter, headers, disableFileAccess: true, disableUrlAccess: true };
}
