import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Namespaces } from "./namespaces";

/** What a line does to what it carries, in each direction. */
export interface LineQuality {
  /** One way, so that a round trip over this line alone takes twice as long. */
  readonly delayMs: number;
  /** Of all packets, in each direction. */
  readonly lossPercent: number;
  /** 0: as fast as the machine. What would wait longer than 300 ms is dropped. */
  readonly kilobitsPerSecond: number;
}

export const goodLine: LineQuality = { delayMs: 0, lossPercent: 0, kilobitsPerSecond: 0 };

export interface Uplink {
  set(quality: LineQuality): void;
  stop(): Promise<void>;
}

/**
 * Opens the TAP devices it is told (TUNSETIFF with IFF_TAP and IFF_NO_PI,
 * https://docs.kernel.org/networking/tuntap.html) as descriptors 3, 4, … and becomes the program that follows. Perl is on
 * every Debian and has `ioctl`; Node has not. A line does not get longer because the computers at its ends are busy, so it goes
 * before every other program, where that is allowed.
 */
const openTaps = `
use Fcntl; $^F = 9;
while (defined(my $name = shift @ARGV)) {
  last if $name eq "--";
  sysopen(my $fd, "/dev/net/tun", O_RDWR) or die "/dev/net/tun: $!";
  ioctl($fd, 0x400454ca, pack("Z16 S x22", $name, 0x1002)) or die "$name: $!";
  push @kept, $fd;
}
system("chrt --fifo --pid 1 $$ 2>/dev/null");
exec @ARGV or die "$ARGV[0]: $!";
`;

/** Makes two TAP devices in the namespace `internet` with a line between them; the devices may be moved elsewhere. */
export async function startUplink(spaces: Namespaces, one: string, other: string): Promise<Uplink> {
  const emulator = [process.execPath, join(import.meta.dirname, "emulator.mjs")];
  const [program = "", ...words] = [
    ...spaces.through("internet"),
    "perl",
    "-e",
    openTaps,
    one,
    other,
    "--",
    ...emulator,
  ];
  const child = spawn(program, words, { stdio: ["pipe", "pipe", "pipe"] });
  await ready(child);
  return {
    set: (quality) => void child.stdin.write(`${JSON.stringify(quality)}\n`),
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, "exit");
      // Two of its threads wait for frames, which no softer signal ends.
      child.kill("SIGKILL");
      await gone;
    },
  };
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = "";
    child.stderr?.on("data", (text: Buffer) => (said += text.toString()));
    child.stdout?.once("data", () => resolve());
    child.once("exit", () => reject(new Error(`the line's emulator ended: ${said}`)));
  });
}
