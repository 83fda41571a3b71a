import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writeFirstInvitation } from "./firstInvitation";

test("the link for the first account is in a file for the server's own user, and goes when there is one", async () => {
  const folder = await mkdtemp(join(tmpdir(), "sightline-invitation-"));
  const kept = join(folder, "first-invitation.txt");
  writeFileSync(kept, "of before", { mode: 0o644 });
  const file = await writeFirstInvitation(folder, "https://calls.example.org", "secret");
  expect(file).toBe(kept);
  expect(readFileSync(kept, "utf8")).toBe("https://calls.example.org/#invitation/secret\n");
  if (process.platform !== "win32") expect(statSync(kept).mode & 0o777).toBe(0o600);
  expect(await writeFirstInvitation(folder, "https://calls.example.org", null)).toBeNull();
  expect(existsSync(kept)).toBe(false);
  rmSync(folder, { recursive: true });
});
