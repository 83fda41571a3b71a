import type { Browser } from "@playwright/test";
import { startServer, type TestServer } from "../../fixtures/server";
import type { Side } from "./addresses";
import { createBrowsers } from "./browsers";
import { createNamespaces, type Namespaces } from "./namespaces";
import { goodLine, startUplink, type Uplink } from "./uplink";

/**
 * Two people and the servers, each in a house of their own, with the same delay between any two and no router on the way:
 * for measuring how many round trips something takes.
 */
export interface EvenLab {
  readonly server: TestServer;
  readonly spaces: Namespaces;
  browserAt(side: Side): Promise<Browser>;
  /** The round trip between any two of the three, in ms, from now on. */
  setRoundTrip(ms: number): void;
  close(): Promise<void>;
}

export interface EvenLabOptions {
  /** Ports of the servers' house, beside that of the signaling server, whose pages may open devices. */
  readonly pagePorts?: readonly number[];
}

/** Of the servers' house, in the lab's own small internet. */
export const evenServer = "44.128.0.2";

const houses = { server: evenServer, hostA: "44.128.0.11", hostB: "44.128.0.12" };
const PORT = 8737;
let labs = 0;

export async function startEvenLab({ pagePorts = [] }: EvenLabOptions = {}): Promise<EvenLab> {
  const spaces = createNamespaces(`se${process.pid}-${++labs}-`);
  const uplinks: Uplink[] = [];
  const [origin = "", ...others] = [PORT, ...pagePorts].map((port) => `http://${evenServer}:${port}`);
  const browsers = createBrowsers(spaces, [origin, ...others]);
  let server: TestServer | null = null;
  const close = async () => {
    await browsers.close();
    await server?.dispose();
    for (const uplink of uplinks) await uplink.stop();
    spaces.remove();
  };
  try {
    spaces.add("internet", ...Object.keys(houses));
    spaces.ip("internet", "link", "add", "name", "br0", "type", "bridge");
    spaces.ip("internet", "link", "set", "br0", "up");
    for (const [house, address] of Object.entries(houses)) uplinks.push(await connect(spaces, house, address));
    // No relay and no STUN server: the two reach each other, and nobody is slowed by asking.
    server = await startServer({
      env: { ICE_SERVERS: "[]" },
      elsewhere: { origin, through: spaces.through("server") },
    });
  } catch (error) {
    await close();
    throw error;
  }
  return {
    server,
    spaces,
    browserAt: (side) => browsers.open(side === "a" ? "hostA" : "hostB"),
    // What goes from one house to another passes two lines, and so does what comes back.
    setRoundTrip(ms) {
      for (const uplink of uplinks) uplink.set({ ...goodLine, delayMs: ms / 4 });
    },
    close,
  };
}

async function connect(spaces: Namespaces, house: string, address: string): Promise<Uplink> {
  const [near, far] = [`${house}-in`, `to-${house}`];
  const uplink = await startUplink(spaces, near, far);
  spaces.ip("internet", "link", "set", near, "netns", spaces.name(house));
  spaces.ip(house, "link", "set", near, "name", "wan");
  spaces.ip("internet", "link", "set", far, "master", "br0");
  spaces.ip("internet", "link", "set", far, "up");
  spaces.ip(house, "addr", "add", `${address}/24`, "dev", "wan");
  spaces.ip(house, "link", "set", "wan", "up");
  return uplink;
}
