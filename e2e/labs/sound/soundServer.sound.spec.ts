import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { expect, test } from "@playwright/test";
import { build } from "vite";
import { soundServerMissing } from "../../fixtures/soundServer";

const missing = soundServerMissing();
test.skip(missing !== null, missing ?? "");

/** The programs that were started with this variable in their environment. */
function programsWith(variable: string): string[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const [environment, name] = ["environ", "comm"].map((file) => readFileSync(`/proc/${pid}/${file}`, "utf8"));
        return environment?.split("\0").includes(variable) ? [name?.trim() ?? ""] : [];
      } catch {
        // It has ended meanwhile.
        return [];
      }
    });
}

test("the process that started the sound server is killed: nothing it started is left", async () => {
  const folder = mkdtempSync(join(tmpdir(), "sightline-owner-"));
  await build({
    configFile: false,
    logLevel: "error",
    build: {
      ssr: join(import.meta.dirname, "soundOwner.ts"),
      outDir: folder,
      rolldownOptions: { output: { entryFileNames: "owner.mjs" } },
    },
  });
  const owner = spawn(process.execPath, [join(folder, "owner.mjs")], { stdio: ["ignore", "pipe", "inherit"] });
  const [runtime] = (await once(createInterface({ input: owner.stdout }), "line")) as [string];
  const variable = `XDG_RUNTIME_DIR=${runtime}`;
  expect(programsWith(variable)).toEqual(expect.arrayContaining(["pipewire", "wireplumber", "pipewire-pulse", "sox"]));
  owner.kill("SIGKILL");
  await expect.poll(() => programsWith(variable)).toEqual([]);
  for (const left of [folder, dirname(runtime)]) rmSync(left, { recursive: true, force: true });
});
