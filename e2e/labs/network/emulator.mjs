// A line between two TAP devices with delay, loss and a limited rate, for kernels without netem. Started by uplink.ts,
// which opens the devices (a TAP needs an ioctl that Node has not) and leaves them as file descriptors 3 and 4.
// Reads one JSON object per line on stdin: { "delayMs", "lossPercent", "kilobitsPerSecond" }; 0 is no limit. Writes "ready".
import { read, writeSync } from "node:fs";
import { createInterface } from "node:readline";

/** A router's queue: what would wait longer is dropped. */
const QUEUE_MS = 300;
const MAX_FRAME = 65_536;

let line = { delayMs: 0, lossPercent: 0, kilobitsPerSecond: 0 };

/** @param {number} from @param {number} to */
function carry(from, to) {
  const buffer = Buffer.alloc(MAX_FRAME);
  /** @type {{ due: number, frame: Buffer }[]} */
  const queue = [];
  let freeAt = 0;
  let lastDue = 0;
  /** @type {NodeJS.Timeout | undefined} */
  let timer;

  function deliver() {
    timer = undefined;
    const now = performance.now();
    for (let next = queue[0]; next && next.due <= now; next = queue[0]) {
      queue.shift();
      hand(to, next.frame);
    }
    const next = queue[0];
    if (next) timer = setTimeout(deliver, next.due - now);
  }

  /** @param {Buffer} frame */
  function accept(frame) {
    const { delayMs, lossPercent, kilobitsPerSecond } = line;
    if (lossPercent > 0 && Math.random() * 100 < lossPercent) return;
    const now = performance.now();
    let due = now;
    if (kilobitsPerSecond > 0) {
      if (freeAt - now > QUEUE_MS) return;
      freeAt = Math.max(freeAt, now) + (frame.length * 8) / kilobitsPerSecond;
      due = freeAt;
    }
    // A shorter delay than before must not let frames overtake each other.
    lastDue = Math.max(due + delayMs, lastDue);
    if (lastDue <= now) return hand(to, frame);
    queue.push({ due: lastDue, frame });
    timer ??= setTimeout(deliver, lastDue - now);
  }

  function next() {
    read(from, buffer, 0, MAX_FRAME, null, (fault, length) => {
      if (!fault) accept(Buffer.from(buffer.subarray(0, length)));
      // A device that is down refuses to be read; it comes up again, or the emulator is ended.
      if (fault) setTimeout(next, 20);
      else next();
    });
  }
  next();
}

/** @param {number} to @param {Buffer} frame */
function hand(to, frame) {
  try {
    writeSync(to, frame);
  } catch {
    // The other end is down: what is sent there is lost, as on a real line.
  }
}

carry(3, 4);
carry(4, 3);
createInterface({ input: process.stdin })
  .on("line", (text) => {
    line = { ...line, ...JSON.parse(text) };
  })
  .on("close", () => process.kill(process.pid, "SIGKILL"));
process.stdout.write("ready\n");
