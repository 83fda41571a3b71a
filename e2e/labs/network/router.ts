import type { Nat } from "./addresses";

const blocks: Partial<Record<Nat, string>> = {
  udpBlocked: "meta l4proto udp drop;",
  tlsOnly: "meta l4proto udp drop; tcp dport 3478 drop;",
};

/**
 * The rules of a home's router, for `nft -f`; loaded again they replace the ones before, and what is connected stays so.
 * Nothing unasked comes in, not even to the router itself: else the kernel would remember the other side's first packet
 * as a connection of its own and take another outer port for ours, and every NAT would be symmetric.
 */
export function routerRules(nat: Nat): string {
  const translate = nat === "symmetric" ? "masquerade fully-random" : "masquerade";
  const block = blocks[nat] ?? "";
  return `
table inet door
delete table inet door
table inet door {
  chain toRouter { type filter hook input priority 0; policy accept; iifname "wan" ct state new drop; }
  chain through { type filter hook forward priority 0; policy accept; iifname "wan" ct state new drop; ${block} }
}
table ip translation
delete table ip translation
table ip translation {
  chain out { type nat hook postrouting priority 100; oifname "wan" ${translate}; }
}
`;
}
