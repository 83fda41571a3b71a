import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { createHash, X509Certificate } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { hasProgram } from "../../fixtures/childProcess";
import { until } from "../../fixtures/until";
import type { Namespaces } from "./namespaces";

const shippedConfiguration = resolve(import.meta.dirname, "../../../deploy/coturn/turnserver.conf");

/** The lab's shared secret; as long as the server demands. */
export const turnSecret = "the lab's own secret, known to nobody else";

/** coturn with the configuration we ship, in the namespace `turn`. */
export interface TurnServer {
  readonly address: string;
  /** Fingerprint of its certificate's key (SPKI, SHA-256, base64), by which a browser can be told to trust it. */
  readonly keyHash: string;
  /** What it has written; user names of allocations stand in it. */
  log(): string;
  /** Ends it at once and without a word, as a power cut does. */
  kill(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

export interface TurnPlace {
  readonly spaces: Namespaces;
  readonly address: string;
  /** For relayed addresses of both families; the listening one unless given. */
  readonly relayAddresses?: readonly string[];
  /** More of coturn's own options, which win over those of the file. */
  readonly options?: readonly string[];
}

/** Why coturn cannot run here, or null when it can. */
export function turnMissing(): string | null {
  if (!hasProgram("turnserver")) return "needs turnserver (Debian: coturn)";
  return hasProgram("openssl") ? null : "needs openssl";
}

/** Starts coturn; resolves once it listens. */
export async function startTurnServer(place: TurnPlace): Promise<TurnServer> {
  const folder = mkdtempSync(join(tmpdir(), "sightline-turn-"));
  const [cert, pkey] = [join(folder, "cert.pem"), join(folder, "key.pem")];
  makeCertificate(place.address, cert, pkey);
  const [program = "", ...words] = [
    ...place.spaces.through("turn"),
    "turnserver",
    ...options({ c: shippedConfiguration, pidfile: join(folder, "pid"), userdb: join(folder, "users"), cert, pkey }),
    ...options({ realm: "lab", "static-auth-secret": turnSecret, "listening-ip": place.address }),
    "--verbose",
    ...(place.relayAddresses ?? [place.address]).flatMap((address) => ["--relay-ip", address]),
    ...(place.options ?? []),
  ];
  let log = "";
  let child: ChildProcess | null = null;
  const end = async () => {
    const running = child;
    child = null;
    if (!running || running.exitCode !== null || running.signalCode !== null) return;
    const gone = once(running, "exit");
    running.kill("SIGKILL");
    await gone;
  };
  const server: TurnServer = {
    address: place.address,
    keyHash: keyHashOf(cert),
    log: () => log,
    kill: end,
    async start() {
      const began = log.length;
      const started = spawn(program, words, { stdio: ["ignore", "pipe", "pipe"] });
      started.stdout.on("data", (text: Buffer) => (log += text.toString()));
      started.stderr.on("data", (text: Buffer) => (log += text.toString()));
      child = started;
      await until("coturn to listen", () => {
        if (started.exitCode !== null) throw new Error(`coturn ended:\n${log}`);
        return /Total General servers/.test(log.slice(began));
      });
    },
    async stop() {
      await end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await server.start();
  return server;
}

/** As words of a command line. */
function options(values: Readonly<Record<string, string>>): string[] {
  return Object.entries(values).flatMap(([name, value]) => [name.length === 1 ? `-${name}` : `--${name}`, value]);
}

function keyHashOf(certificate: string): string {
  const key = new X509Certificate(readFileSync(certificate)).publicKey.export({ type: "spki", format: "der" });
  return createHash("sha256").update(key).digest("base64");
}

function makeCertificate(address: string, cert: string, key: string): void {
  const request = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"];
  const made = spawnSync("openssl", [...request, "-subj", `/CN=${address}`, "-out", cert, "-keyout", key]);
  if (made.status !== 0) throw new Error(`openssl made no certificate: ${made.stderr.toString()}`);
}
