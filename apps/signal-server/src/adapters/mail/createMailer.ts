import { join } from "node:path";
import type { Clock, Log, Mailer, Scheduler } from "../../domain/ports";
import { composeLetter } from "../../mail/composeLetter";
import type { LetterPlace } from "../../mail/letterTexts";
import type { MailSettings } from "../../mailSettings";
import { createFolderPostman } from "./folderPostman";
import { MailQueue } from "./mailQueue";
import { createSmtpPostman } from "./smtpPostman";

export interface MailerPorts {
  readonly settings: MailSettings;
  readonly dataDir: string;
  /** Asked for each letter, because a server on port 0 learns its address late. */
  readonly place: () => LetterPlace;
  readonly scheduler: Scheduler;
  readonly clock: Clock;
  readonly log: Log;
}

export interface ClosableMailer extends Mailer {
  close(): Promise<void>;
}

/** Letters under way at once: a slow one must not hold up the others, and mail servers dislike crowds. */
const LANES = 4;

/** Where letters go without a mail server. */
export function mailFolder(dataDir: string): string {
  return join(dataDir, "mail");
}

export function createMailer({ settings, dataDir, place, ...ports }: MailerPorts): ClosableMailer {
  const { smtp } = settings;
  const postman = smtp
    ? createSmtpPostman(smtp, { connections: LANES })
    : createFolderPostman(mailFolder(dataDir), ports.clock);
  const queue = new MailQueue({
    ...ports,
    lanes: LANES,
    deliver(to, letter) {
      const from = settings.from ?? `Sightline <sightline@${new URL(place().origin).hostname}>`;
      return postman.deliver({ from, to, ...composeLetter(letter, place()) });
    },
  });
  return {
    send: (address, letter) => queue.send(address, letter),
    async close() {
      await queue.close();
      postman.close();
    },
  };
}
