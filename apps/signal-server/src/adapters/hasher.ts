import { randomBytes } from "node:crypto";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { ok, refused, type Result } from "@sightline/protocol";
import { getRounds } from "bcryptjs";
import { Tinypool } from "tinypool";
import type { Hasher } from "../domain/ports";

export interface HasherOptions {
  /** bcrypt's cost: each step doubles the time of one hash. */
  readonly cost: number;
  /** How many may wait; the next one is refused. At cost 12 a hash takes about a third of a second. */
  readonly maxWaiting?: number;
}

export interface ClosableHasher extends Hasher {
  close(): Promise<void>;
}

/** bcrypt in worker threads, leaving one core to the event loop, with a bounded queue. */
export function createHasher({ cost, maxWaiting = 64 }: HasherOptions): ClosableHasher {
  const pool = new Tinypool({
    filename: fileURLToPath(new URL("./hashWorker.mjs", import.meta.url)),
    runtime: "worker_threads",
    minThreads: 1,
    maxThreads: Math.max(1, Math.min(4, availableParallelism() - 1)),
    maxQueue: maxWaiting,
  });
  const run = async <T>(task: object, name: string): Promise<Result<T>> => {
    if (pool.queueSize >= maxWaiting) return refused("server.unavailable", { retryAfterSeconds: 5 });
    return ok((await pool.run(task, { name })) as T);
  };
  const hash = (password: string) => run<string>({ password, cost }, "hash");
  // Compared with for unknown accounts, so that they take the same time. Made at start, of nobody's password.
  const nobody = hash(randomBytes(24).toString("base64"));
  return {
    weakness: (password, person) => run<"common" | "personal" | null>({ password, person }, "weakness"),
    hash,
    isOutdated: (known) => getRounds(known) < cost,
    async matches(password, known) {
      if (known !== null) return run<boolean>({ password, known }, "matches");
      const dummy = await nobody;
      if (!dummy.ok) return dummy;
      const compared = await run<boolean>({ password, known: dummy.value }, "matches");
      return compared.ok ? ok(false) : compared;
    },
    async close() {
      await nobody.catch(() => undefined);
      await pool.destroy();
    },
  };
}
