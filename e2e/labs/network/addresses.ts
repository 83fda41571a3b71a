/**
 * The addresses of the lab's own small internet. It is 44.128.0.0/16, which amateur radio keeps for experiments and nobody
 * routes: the ranges meant for documentation are refused by a TURN server that is set up well. No packet leaves the
 * namespaces; there is no way out of them.
 */
export const internet = {
  gateway: "44.128.0.1",
  server: "44.128.0.2",
  turn: ["44.128.0.3", "44.128.0.4"],
  turnV6: "2a44:128::3",
} as const;

/** The two homes, A and B. */
export type Side = "a" | "b";

/** What a home's router does. `none` of its ways lets anything in that nobody inside asked for. */
export type Nat =
  /** Keeps one outer port per inner one: two such homes reach each other. */
  | "cone"
  /** Takes another outer port per peer: what STUN tells is of no use, so a relay is needed. */
  | "symmetric"
  /** A cone that drops all UDP, as strict offices do: only TURN over TCP or TLS is left. */
  | "udpBlocked"
  /** Of what leads to a relay only TCP 443 is let out: TURN over TLS is left. */
  | "tlsOnly";

/** One way from a home to the internet: a network inside, a router, its outer address. */
export interface Way {
  readonly router: string;
  readonly host: string;
  /** The interface in the host. */
  readonly device: string;
  readonly outer: string;
  /** The host's address inside, and its router's. */
  readonly inner: string;
  readonly gateway: string;
  /** Of the host's default route: the lower one is taken. */
  readonly metric: number;
}

type WayName = "a" | "aSecond" | "b";

/** A has a second way, down at first, for changes from one network to another (Wi-Fi to mobile). */
export const ways: Readonly<Record<WayName, Way>> = {
  a: wayOf("natA", "hostA", "eth0", 11, 100),
  aSecond: wayOf("natC", "hostA", "wlan1", 13, 200),
  b: wayOf("natB", "hostB", "eth0", 12, 100),
};

function wayOf(router: string, host: string, device: string, number: number, metric: number): Way {
  const [inner, gateway] = [`192.168.${number}.10`, `192.168.${number}.1`];
  return { router, host, device, outer: `44.128.0.${number}`, inner, gateway, metric };
}
