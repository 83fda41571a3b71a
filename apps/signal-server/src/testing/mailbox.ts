import type { Email } from "postal-mime";
import { vi } from "vitest";
import type { Config } from "../config";
import { type SmtpSink, startSmtpSink } from "./smtpSink";

export interface MailedSecrets {
  readonly code: string;
  readonly token: string;
}

/** The mails of everybody at a test server. */
export class Mailbox {
  private constructor(private readonly sink: SmtpSink) {}

  static async open(): Promise<Mailbox> {
    return new Mailbox(await startSmtpSink());
  }

  /** For the server whose mails these shall be; with a web app, so that there are links. */
  get config(): Partial<Config> {
    return { mail: { smtp: this.sink.server, from: "calls@example.org" }, webRoot: "/nowhere" };
  }

  /** Subjects of what came to an address, oldest first. */
  subjectsTo(address: string): string[] {
    return this.to(address).map(({ subject = "" }) => subject);
  }

  /** The newest mail to an address once `count` have come. */
  async newestTo(address: string, count = 1): Promise<Email> {
    await vi.waitFor(() => {
      if (this.to(address).length < count) throw new Error(`${this.to(address).length} of ${count} mails`);
    }, 8_000);
    return this.to(address).at(-1) as Email;
  }

  /** Code and link's secret of the newest mail to an address once `count` have come. */
  async secretsTo(address: string, count = 1): Promise<MailedSecrets> {
    const { text = "" } = await this.newestTo(address, count);
    const code = /^ {4}(\w{6})\s*$/m.exec(text)?.[1] ?? "";
    const token = /#\w+\/([\w-]{43})/.exec(text)?.[1] ?? "";
    return { code, token };
  }

  close(): Promise<void> {
    return this.sink.close();
  }

  private to(address: string): Email[] {
    return this.sink.mails.filter(({ to }) => to.includes(address)).map(({ mail }) => mail);
  }
}
