import { spawnSync } from "node:child_process";

/** Network namespaces of one run, told apart from those of other runs by a prefix. */
export interface Namespaces {
  /** Full name of one, as `ip netns` knows it. */
  name(of: string): string;
  /** The words to put before a command so that it runs there. */
  through(of: string): readonly string[];
  add(...of: readonly string[]): void;
  /** `ip -n NAME …`; throws with what it said when it fails. */
  ip(of: string, ...words: readonly string[]): void;
  /** Loads rules by `nft -f`; throws with what it said when it fails. */
  nft(of: string, rules: string): void;
  run(of: string, ...command: readonly string[]): void;
  /** Sends a signal to everything that runs there. */
  signal(of: string, signal: NodeJS.Signals): void;
  /** Removes all of them; processes in them live on without a network. */
  remove(): void;
}

/** Runs a program to its end; throws with what it said when it fails. */
function runOrThrow(command: readonly string[], input = ""): void {
  const [program = "", ...words] = command;
  const done = spawnSync(program, words, { input, encoding: "utf8" });
  if (done.status === 0) return;
  throw new Error(`${command.join(" ")}: ${done.error?.message ?? done.stderr.trim()}`);
}

/** Why this machine cannot have namespaces of its own, or null when it can. */
export function namespacesMissing(): string | null {
  if (process.platform !== "linux") return "needs Linux";
  if (process.getuid?.() !== 0) return "needs root, for network namespaces";
  for (const program of ["ip", "nft", "perl"]) {
    if (spawnSync(program, ["--version"]).status !== 0 && spawnSync(program, ["-V"]).status !== 0)
      return `needs ${program} (Debian: iproute2, nftables, perl-base)`;
  }
  const probe = `slprobe${process.pid}`;
  const made = spawnSync("ip", ["netns", "add", probe], { encoding: "utf8" });
  spawnSync("ip", ["netns", "del", probe]);
  return made.status === 0 ? null : `may not make network namespaces: ${made.stderr.trim()}`;
}

export function createNamespaces(prefix: string): Namespaces {
  const made: string[] = [];
  const name = (of: string) => `${prefix}${of}`;
  const through = (of: string) => ["ip", "netns", "exec", name(of)];
  return {
    name,
    through,
    add(...all) {
      for (const of of all) {
        runOrThrow(["ip", "netns", "add", name(of)]);
        made.push(of);
        runOrThrow(["ip", "-n", name(of), "link", "set", "lo", "up"]);
      }
    },
    ip: (of, ...words) => runOrThrow(["ip", "-n", name(of), ...words]),
    nft: (of, rules) => runOrThrow([...through(of), "nft", "-f", "-"], rules),
    run: (of, ...command) => runOrThrow([...through(of), ...command]),
    signal(of, signal) {
      const pids = spawnSync("ip", ["netns", "pids", name(of)], { encoding: "utf8" }).stdout.trim();
      for (const pid of pids === "" ? [] : pids.split(/\s+/)) process.kill(Number(pid), signal);
    },
    remove() {
      for (const of of made.splice(0)) spawnSync("ip", ["netns", "del", name(of)]);
    },
  };
}
