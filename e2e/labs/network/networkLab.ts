import type { Browser } from "@playwright/test";
import { startServer, type TestServer } from "../../fixtures/server";
import { internet, type Nat, type Side, ways } from "./addresses";
import { createBrowsers } from "./browsers";
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
  /** Which certificates of TURN servers the browsers take: all, only these servers' own, or none that is self-signed. */
  readonly trust?: "all" | "ours" | "none";
  /** What the cameras of both homes show (YUV4MPEG2), instead of the browser's own test picture. */
  readonly cameraFile?: string;
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
  /** A VPN on A's computer: another interface takes all that leaves, while the first one stays up; off, it is gone. */
  vpn(state: "on" | "off"): void;
  /** Stops everything that runs in a home, and lets it go on, as a computer that sleeps does. Nobody else is told. */
  sleep(side: Side): void;
  wake(side: Side): void;
  close(): Promise<void>;
}

/** Why this machine cannot run the lab, or null when it can. */
export function labMissing(): string | null {
  return namespacesMissing() ?? turnMissing();
}

const PORT = 8737;
const hosts: Record<Side, string> = { a: "hostA", b: "hostB" };
let labs = 0;

/** Builds the streets, starts the servers. Takes about three seconds. */
export async function startLab(options: LabOptions = {}): Promise<NetworkLab> {
  const spaces = createNamespaces(`sl${process.pid}-${++labs}-`);
  const uplinks = new Map<string, Uplink>();
  const turn: TurnServer[] = [];
  let server: TestServer | null = null;
  const origin = `http://${internet.server}:${PORT}`;
  const browsers = createBrowsers(spaces, [origin], trustOf(options.trust, turn));
  const cameraArgs = options.cameraFile ? [`--use-file-for-fake-video-capture=${options.cameraFile}`] : [];
  const close = async () => {
    // A browser that sleeps cannot be closed.
    for (const host of Object.values(hosts)) spaces.signal(host, "SIGCONT");
    await browsers.close();
    await server?.dispose();
    for (const each of turn) await each.stop();
    for (const uplink of uplinks.values()) await uplink.stop();
    spaces.remove();
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
    browserAt: (side) => browsers.open(hosts[side], cameraArgs),
    ...controls(spaces, uplinks),
    close,
  };
}

/** The servers' keys are known only when a browser starts. */
function trustOf(trust: LabOptions["trust"], turn: readonly TurnServer[]): (() => string[]) | undefined {
  if (trust === "none") return () => [];
  const hashes = () => turn.map(({ keyHash }) => keyHash).join(",");
  return trust === "ours" ? () => [`--ignore-certificate-errors-spki-list=${hashes()}`] : undefined;
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
    sleep: (side: Side) => spaces.signal(hosts[side], "SIGSTOP"),
    wake: (side: Side) => spaces.signal(hosts[side], "SIGCONT"),
    cut: (side: Side) => plug(side, "nomaster"),
    mend: (side: Side) => plug(side, "master", "br0"),
    vpn(state: "on" | "off") {
      const tunnel = { ...ways.aSecond, metric: ways.a.metric - 1 };
      if (state === "on") connectHost(spaces, tunnel);
      else spaces.ip(tunnel.host, "link", "set", tunnel.device, "down");
    },
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
