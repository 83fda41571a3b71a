import { type Browser, chromium } from "@playwright/test";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { callBrowserOptions, pageBrowserPath } from "../../fixtures/chromiumLaunch";
import type { Namespaces } from "./namespaces";

/** The browsers of one lab. */
export interface LabBrowsers {
  /** Starts one in a namespace. `args` are added to those every browser of a call gets. */
  open(house: string, args?: readonly string[]): Promise<Browser>;
  /** Closes all. */
  close(): Promise<void>;
}

const trustAll = ["--ignore-certificate-errors"];

/**
 * @param origins where pages may open camera and microphone, though the lab has no certificate a browser trusts
 * @param trust the arguments that say which certificates a browser takes; all, unless given
 */
export function createBrowsers(
  spaces: Namespaces,
  origins: readonly string[],
  trust: () => readonly string[] = () => trustAll,
): LabBrowsers {
  const folder = mkdtempSync(join(tmpdir(), "sightline-lab-"));
  const browsers: Browser[] = [];
  return {
    async open(house, args = []) {
      // Playwright talks to a browser by pipes, which lead out of every namespace.
      const script = join(folder, house);
      const program = pageBrowserPath ?? chromium.executablePath();
      writeFileSync(script, `#!/bin/sh\nexec ${spaces.through(house).join(" ")} "${program}" "$@"\n`);
      chmodSync(script, 0o755);
      const ordinary = callBrowserOptions();
      const all = [
        // A home has a network of its own; over loopback nobody else is reached.
        ...(ordinary.args ?? []).filter((arg) => arg !== "--allow-loopback-in-peer-connection"),
        `--unsafely-treat-insecure-origin-as-secure=${origins.join(",")}`,
        ...trust(),
        ...args,
      ];
      const browser = await chromium.launch({ ...ordinary, executablePath: script, args: all });
      browsers.push(browser);
      return browser;
    },
    async close() {
      for (const browser of browsers.splice(0)) await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
