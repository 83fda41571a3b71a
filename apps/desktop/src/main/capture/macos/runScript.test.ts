import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { runScript } from "./runScript";

test.skipIf(existsSync("/usr/bin/osascript"))(
  "where there is no osascript it rejects, which counts as not found",
  async () => {
    await expect(runScript("1", [])).rejects.toThrow("ENOENT");
  },
);
