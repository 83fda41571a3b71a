import { execFile, spawn } from "node:child_process";

/** The stock X tools, all in Debian's package `x11-utils`. One that is missing says nothing, and that is no error. */
export interface XTools {
  /** Runs a tool to its end. */
  run(tool: "xwininfo" | "xprop", args: readonly string[]): Promise<{ output: string; errors: string }>;
  /**
   * Tells of events of a window (`xev`) until it is ended or the window is gone.
   * @returns the function that ends it
   */
  follow(windowId: string, onOutput: (text: string) => void): () => void;
}

/** A tool that takes longer than this waits for something that will not come, ms. */
const PATIENCE_MS = 2_000;
const env = { ...process.env, LC_ALL: "C" };

export const xTools: XTools = {
  run: (tool, args) =>
    new Promise((resolve) => {
      execFile(tool, args, { env, timeout: PATIENCE_MS }, (_fault, output, errors) => resolve({ output, errors }));
    }),
  follow(windowId, onOutput) {
    const args = ["-id", windowId, "-event", "structure", "-event", "property"];
    const xev = spawn("xev", args, { env, stdio: ["ignore", "pipe", "ignore"] });
    xev.on("error", () => undefined);
    xev.stdout.setEncoding("utf8").on("data", onOutput);
    return () => {
      xev.kill();
    };
  },
};
