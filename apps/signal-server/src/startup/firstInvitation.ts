import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { invitationLink } from "./invitationLink";

/** Keeps the link out of every log: into a file of the server's own user. Without a token the file of before goes. */
export async function writeFirstInvitation(dataDir: string, url: string, token: string | null): Promise<string | null> {
  const file = join(dataDir, "first-invitation.txt");
  // Made anew, since the mode counts only for a file that is not there yet.
  await rm(file, { force: true });
  if (token === null) return null;
  await writeFile(file, `${invitationLink(url, token)}\n`, { mode: 0o600 });
  return file;
}
