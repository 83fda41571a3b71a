import type { Page } from "@playwright/test";

/** The way a call's packets take, as the page's newest connection reports it. */
export interface Path {
  /** `relayed`: at least one end uses a TURN server. */
  readonly kind: "direct" | "relayed";
  /** How this end talks to its TURN server; null when this end uses none. */
  readonly toRelay: "udp" | "tcp" | "tls" | null;
  readonly localType: RTCIceCandidateType;
  readonly remoteType: RTCIceCandidateType;
  /** The ends' addresses of the pair: a TURN server's where it is relayed. */
  readonly localAddress: string;
  readonly remoteAddress: string;
  /** Of the last check, ms. */
  readonly roundTripMs: number;
}

/** The candidate pair in use, or null while there is none. */
export function selectedPath(page: Page): Promise<Path | null> {
  return page.evaluate(async (): Promise<Path | null> => {
    const peer = window.sightlineSpy.peers.at(-1);
    if (!peer) return null;
    const report = await peer.getStats();
    for (const row of report.values()) {
      const pair = row.type === "transport" ? report.get(row.selectedCandidatePairId) : undefined;
      const local = report.get(pair?.localCandidateId);
      const remote = report.get(pair?.remoteCandidateId);
      if (!local || !remote) continue;
      const relayed = local.candidateType === "relay" || remote.candidateType === "relay";
      return {
        kind: relayed ? "relayed" : "direct",
        toRelay: local.relayProtocol ?? null,
        localType: local.candidateType,
        remoteType: remote.candidateType,
        localAddress: local.address,
        remoteAddress: remote.address,
        roundTripMs: 1000 * (pair.currentRoundTripTime ?? 0),
      };
    }
    return null;
  });
}

/** The state of the page's newest connection. */
export function connectionState(page: Page): Promise<RTCPeerConnectionState | null> {
  return page.evaluate(() => window.sightlineSpy.peers.at(-1)?.connectionState ?? null);
}
