import { internet, type Way, ways } from "./addresses";
import type { Namespaces } from "./namespaces";
import { routerRules } from "./router";

/** Joins two TAP devices in the namespace `internet`; see uplink.ts. */
export type JoinByEmulator = (routerEnd: string, internetEnd: string) => Promise<void>;

/**
 * Builds the lab: the internet (one bridge) with the server's house, the TURN servers' house and the homes' routers
 * on it, and the homes behind the routers. Way by way, the uplink is a plain cable or one with an emulator in it.
 */
export async function buildStreets(spaces: Namespaces, join: JoinByEmulator | null): Promise<void> {
  const routers = Object.values(ways).map((way) => way.router);
  spaces.add("internet", "server", "turn", "hostA", "hostB", ...routers);
  spaces.ip("internet", "link", "add", "name", "br0", "type", "bridge");
  // Swallows packets to private addresses; without a default route coturn 4.6 stops relaying at the first of them.
  spaces.ip("internet", "addr", "add", `${internet.gateway}/24`, "dev", "br0");
  spaces.ip("internet", "link", "set", "br0", "up");
  plug(spaces, "server", [internet.server]);
  plug(spaces, "turn", internet.turn);
  spaces.ip("turn", "addr", "add", `${internet.turnV6}/64`, "dev", "wan", "nodad");
  for (const way of Object.values(ways)) {
    const port = portOf(way);
    if (join) await plugByEmulator(spaces, way, join, port);
    else plug(spaces, way.router, [way.outer], port);
    openHome(spaces, way);
  }
  spaces.ip("hostA", "link", "set", ways.aSecond.device, "down");
}

/** The end of a way's uplink at the bridge; taken off it, the way is cut and nobody is told. */
export const portOf = (way: Way): string => `to-${way.router}`;

function plug(spaces: Namespaces, house: string, addresses: readonly string[], port = `to-${house}`): void {
  const peer = ["peer", "name", "wan", "netns", spaces.name(house)];
  spaces.ip("internet", "link", "add", "name", port, "type", "veth", ...peer);
  toBridge(spaces, port);
  connectHouse(spaces, house, addresses);
}

async function plugByEmulator(spaces: Namespaces, way: Way, join: JoinByEmulator, port: string): Promise<void> {
  await join(`${port}-in`, port);
  spaces.ip("internet", "link", "set", `${port}-in`, "netns", spaces.name(way.router));
  spaces.ip(way.router, "link", "set", `${port}-in`, "name", "wan");
  toBridge(spaces, port);
  connectHouse(spaces, way.router, [way.outer]);
}

function toBridge(spaces: Namespaces, port: string): void {
  spaces.ip("internet", "link", "set", port, "master", "br0");
  spaces.ip("internet", "link", "set", port, "up");
}

function connectHouse(spaces: Namespaces, house: string, addresses: readonly string[]): void {
  for (const address of addresses) spaces.ip(house, "addr", "add", `${address}/24`, "dev", "wan");
  spaces.ip(house, "link", "set", "wan", "up");
  spaces.ip(house, "route", "add", "default", "via", internet.gateway);
}

function openHome(spaces: Namespaces, way: Way): void {
  const { router, host, device } = way;
  spaces.ip(router, "link", "add", "name", "lan", "type", "veth", "peer", "name", device, "netns", spaces.name(host));
  spaces.ip(router, "addr", "add", `${way.gateway}/24`, "dev", "lan");
  spaces.ip(router, "link", "set", "lan", "up");
  spaces.ip(host, "addr", "add", `${way.inner}/24`, "dev", device);
  connectHost(spaces, way);
  spaces.run(router, "sysctl", "-qw", "net.ipv4.ip_forward=1");
  spaces.nft(router, routerRules("cone"));
}

/** Takes a way into use. Routes go with an interface that goes down, so they are laid anew each time. */
export function connectHost(spaces: Namespaces, { host, device, gateway, metric }: Way): void {
  spaces.ip(host, "link", "set", device, "up");
  spaces.ip(host, "route", "replace", "default", "via", gateway, "dev", device, "metric", String(metric));
}
