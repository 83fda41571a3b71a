import { expect, it } from "vitest";
import { checkNames, type Findings } from "./checkUp";
import { iceTargets } from "./iceTargets";
import { reportOf } from "./report";

it("takes servers apart by the way each address goes", () => {
  const urls = [
    "stun:turn.example.org",
    "stuns:turn.example.org:5349",
    "turn:turn.example.org",
    "turn:turn.example.org:3478?transport=udp",
    "turn:turn.example.org?transport=tcp",
    "turns:turn.example.org:443?transport=tcp",
  ];
  const targets = iceTargets([{ urls, username: "u", credential: "c" }]);
  expect(targets.map(({ check }) => check)).toEqual(["stun", "stun", "relayUdp", "relayUdp", "relayTcp", "relayTls"]);
  expect(targets[2]?.server).toEqual({ urls: ["turn:turn.example.org"], username: "u", credential: "c" });
});

it("R44: reports what was found, and of which servers only how many there are", () => {
  const fine = { outcome: "fine", ms: 4 } as const;
  const away = { outcome: "unreachable", ms: null } as const;
  const findings = Object.fromEntries(checkNames.map((name) => [name, fine])) as Findings;
  const facts = {
    product: "Sightline",
    version: "1.2.3",
    protocol: 1,
    serverVersion: null,
    platform: "browser",
    system: "linux",
    browser: "Firefox",
    alwaysRelay: false,
    online: true,
    checkedAt: "2026-01-02T03:04:05.000Z",
  };
  const text = reportOf(
    facts,
    { key: "fine", severity: "fine" },
    { ...findings, stun: { ...fine, each: [fine, away] } },
  );
  const report = JSON.parse(text) as { checks: unknown[] };
  expect(report).toMatchObject({ ...facts, verdict: { key: "fine", severity: "fine" } });
  expect(report.checks).toHaveLength(8);
  expect(report.checks[2]).toEqual({ name: "stun", grade: "warning", ...fine, servers: [fine, away] });
});
