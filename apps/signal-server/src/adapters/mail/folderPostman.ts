import { randomUUID } from "node:crypto";
import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createTransport } from "nodemailer";
import type { Clock } from "../../domain/ports";
import { messageOf, type Postman } from "./postman";

const KEPT_MS = 30 * 86_400_000;

/** A file's name begins with its moment, so that names sort by age. */
function nameAt(moment: Date): string {
  return moment.toISOString().replaceAll(":", "-");
}

/** Addresses are not kept for longer than anybody looks for a mail. */
async function removeOld(folder: string, now: Date): Promise<void> {
  const oldest = nameAt(new Date(now.getTime() - KEPT_MS));
  const old = (await readdir(folder)).filter((name) => name.endsWith(".eml") && name < oldest);
  await Promise.all(old.map((name) => rm(join(folder, name), { force: true })));
}

/** Writes each letter into a file of its own, which mail programs open; for servers without a mail server. */
export function createFolderPostman(folder: string, clock: Clock): Postman {
  const transport = createTransport({ streamTransport: true, buffer: true });
  return {
    async deliver(letter) {
      const { message } = await transport.sendMail(messageOf(letter));
      // Whoever reads these can choose new passwords: nobody but the server's own user may.
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const name = `${nameAt(clock.now())}-${randomUUID().slice(0, 8)}`;
      const unfinished = join(folder, `${name}.unfinished`);
      await writeFile(unfinished, message, { mode: 0o600 });
      await rename(unfinished, join(folder, `${name}.eml`));
      await removeOld(folder, clock.now());
    },
    close: () => undefined,
  };
}
