import { type Browser, chromium } from "@playwright/test";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { callBrowserOptions, chromiumPath } from "../../fixtures/chromiumLaunch";
import { startServer, type TestServer } from "../../fixtures/server";
import { internet, type Nat, type Side, ways } from "./addresses";
import { createNamespaces, type Namespaces, namespacesMissing } from "./namespaces";
import { routerRules } from "./router";
import { buildStreets, connectHost, portOf } from "./streets";
import { startTurnServer, turnMissing, turnSecret, type TurnServer } from "./turnServer";
import { goodLine, type LineQuality, startUplink, type Uplink } from "./uplink";

export interface LabOptions {
  /** Puts an emulator into each uplink, so that {@link NetworkLab.impair} works; costs 0.3 ms and some processor. */
  readonly emulated?: boolean;
  /** How many TURN servers run, 0 to 2; one unless asked otherwise. */
  readonly turnServers?: 0 | 1 | 2;
  /** More variables for the signaling server, or other values. */
  readonly env?: NodeJS.ProcessEnv;
}

/**
 * Two homes behind routers, the signaling server and TURN servers on a small internet of their own, made of network
 * namespaces. Nothing reaches the real network. All methods take effect at once, in running calls too.
 */
export interface NetworkLab {
  readonly server: TestServer;
  readonly turn: readonly TurnServer[];
  readonly spaces: Namespaces;
  /** A browser on the computer in a home; closed with the lab. */
  browserAt(side: Side): Promise<Browser>;
  /** Changes what a home's router does to new connections. */
  setNat(side: Side, nat: Nat): void;
  /** What a home's line does to its packets from now on; what is left out becomes good again. */
  impair(side: Side, quality: Partial<LineQuality>): void;
  /** Cuts a home off the internet; nothing in it is told, as when a cable upstream breaks. */
  cut(side: Side): void;
  mend(side: Side): void;
  /** Moves A to its second way (another interface, address and router) and back. The one it leaves goes down. */
  moveA(to: "first" | "second"): void;
  close(): Promise<void>;
}

/** Why this machine cannot run the lab, or null when it can. */
export function labMissing(): string | null {
  return namespacesMissing() ?? turnMissing();
}

const PORT = 8737;
let labs = 0;

/** Builds the streets, starts the servers. Takes about three seconds. */
export async function startLab(options: LabOptions = {}): Promise<NetworkLab> {
  const spaces = createNamespaces(`sl${process.pid}-${++labs}-`);
  const uplinks = new Map<string, Uplink>();
  const turn: TurnServer[] = [];
  const browsers: Browser[] = [];
  const folder = mkdtempSync(join(tmpdir(), "sightline-lab-"));
  let server: TestServer | null = null;
  const origin = `http://${internet.server}:${PORT}`;
  const close = async () => {
    for (const browser of browsers) await browser.close();
    await server?.dispose();
    for (const each of turn) await each.stop();
    for (const uplink of uplinks.values()) await uplink.stop();
    spaces.remove();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const emulate = async (routerEnd: string, port: string) => {
      uplinks.set(port, await startUplink(spaces, routerEnd, port));
    };
    await buildStreets(spaces, options.emulated ? emulate : null);
    const addresses = internet.turn.slice(0, options.turnServers ?? 1);
    for (const address of addresses) turn.push(await startTurnServer({ spaces, address }));
    const env = { ...turnSettings(addresses), ...options.env };
    server = await startServer({ env, elsewhere: { origin, through: spaces.through("server") } });
  } catch (error) {
    await close();
    throw error;
  }
  return {
    server,
    turn,
    spaces,
    async browserAt(side) {
      const browser = await launchAt(spaces, side, origin, folder);
      browsers.push(browser);
      return browser;
    },
    ...controls(spaces, uplinks),
    close,
  };
}

function controls(spaces: Namespaces, uplinks: ReadonlyMap<string, Uplink>) {
  const waysOf = (side: Side) => (side === "a" ? [ways.a, ways.aSecond] : [ways.b]);
  const plug = (side: Side, ...where: readonly string[]) => {
    for (const way of waysOf(side)) spaces.ip("internet", "link", "set", portOf(way), ...where);
  };
  return {
    setNat(side: Side, nat: Nat) {
      for (const way of waysOf(side)) spaces.nft(way.router, routerRules(nat));
    },
    impair(side: Side, quality: Partial<LineQuality>) {
      if (uplinks.size === 0)
        throw new Error("a lab without emulators has good lines only: startLab({ emulated: true })");
      for (const way of waysOf(side)) uplinks.get(portOf(way))?.set({ ...goodLine, ...quality });
    },
    cut: (side: Side) => plug(side, "nomaster"),
    mend: (side: Side) => plug(side, "master", "br0"),
    moveA(to: "first" | "second") {
      const [next, last] = to === "second" ? [ways.aSecond, ways.a] : [ways.a, ways.aSecond];
      connectHost(spaces, next);
      spaces.ip(last.host, "link", "set", last.device, "down");
    },
  };
}

/** Addresses and secret for the signaling server. */
function turnSettings(addresses: readonly string[]): NodeJS.ProcessEnv {
  if (addresses.length === 0) return {};
  const servers = addresses.map((address) => ({
    urls: [
      `stun:${address}:3478`,
      `turn:${address}:3478?transport=udp`,
      `turn:${address}:3478?transport=tcp`,
      `turns:${address}:443?transport=tcp`,
    ],
  }));
  return { ICE_SERVERS: JSON.stringify(servers), TURN_SECRET: turnSecret };
}

function launchAt(spaces: Namespaces, side: Side, origin: string, folder: string): Promise<Browser> {
  const host = side === "a" ? "hostA" : "hostB";
  // Playwright talks to a browser by pipes, which lead out of every namespace.
  const script = join(folder, host);
  const program = chromiumPath ?? chromium.executablePath();
  writeFileSync(script, `#!/bin/sh\nexec ${spaces.through(host).join(" ")} "${program}" "$@"\n`);
  chmodSync(script, 0o755);
  const ordinary = callBrowserOptions();
  const args = [
    // A home has a network of its own; over loopback nobody else is reached.
    ...(ordinary.args ?? []).filter((arg) => arg !== "--allow-loopback-in-peer-connection"),
    // Camera and microphone are for secure origins only, and the lab has no certificate a browser trusts.
    `--unsafely-treat-insecure-origin-as-secure=${origin}`,
    "--ignore-certificate-errors",
  ];
  return chromium.launch({ ...ordinary, executablePath: script, args });
}
