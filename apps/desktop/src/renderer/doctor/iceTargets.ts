import type { IceServer } from "@sightline/protocol";
import type { CheckName } from "./checkUp";

/** One address of one server, which is asked by itself. */
export interface IceTarget {
  readonly check: Extract<CheckName, "stun" | "relayUdp" | "relayTcp" | "relayTls">;
  readonly server: IceServer;
}

/** Takes the server's list apart, so that each way can be told from the others (RFC 7064, RFC 7065). */
export function iceTargets(servers: readonly IceServer[]): IceTarget[] {
  return servers.flatMap((server) =>
    server.urls.map((url) => ({ check: checkOf(url), server: { ...server, urls: [url] } })),
  );
}

function checkOf(url: string): IceTarget["check"] {
  if (url.startsWith("stun")) return "stun";
  if (url.startsWith("turns:")) return "relayTls";
  return url.endsWith("?transport=tcp") ? "relayTcp" : "relayUdp";
}
