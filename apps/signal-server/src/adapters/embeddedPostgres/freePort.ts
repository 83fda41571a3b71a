import { randomInt } from "node:crypto";
import { createServer } from "node:net";

// Below the range that systems hand out to outgoing connections (Linux: from 32768), which would take the port back.
const LOWEST = 20_000;
const HIGHEST = 32_000;

function isFree(port: number): Promise<boolean> {
  return new Promise((answer) => {
    const trial = createServer();
    trial.once("error", () => answer(false));
    trial.listen(port, "127.0.0.1", () => trial.close(() => answer(true)));
  });
}

/** A port on the loopback address that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(LOWEST, HIGHEST);
    if (await isFree(port)) return port;
  }
}
