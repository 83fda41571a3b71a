import { describe, expect, it } from "vitest";
import { type CheckName, checkNames, type CheckOutcome, type Finding, type Findings, together } from "./checkUp";
import { diagnose, gradesOf, type VerdictKey } from "./diagnosis";

type Outcomes = Partial<Record<CheckName, CheckOutcome>>;

/** Everything works but what is given. */
function found(outcomes: Outcomes): Findings {
  const all = checkNames.map((name) => [name, { outcome: outcomes[name] ?? "fine", ms: null }]);
  return Object.fromEntries(all) as Findings;
}

const relays = (outcome: CheckOutcome): Outcomes => ({ relayUdp: outcome, relayTcp: outcome, relayTls: outcome });
const network = (outcome: CheckOutcome): Outcomes => ({ stun: outcome, ...relays(outcome) });
const nothingBehind = (outcome: CheckOutcome): Outcomes => ({
  server: outcome,
  signaling: "notTried",
  ...network("notTried"),
});

describe("diagnose", () => {
  it.each<[string, Outcomes, VerdictKey, string]>([
    ["all works", {}, "fine", "fine"],
    ["the server is away", nothingBehind("unreachable"), "serverUnreachable", "fault"],
    ["the server is another version", nothingBehind("outdated"), "serverOutdated", "fault"],
    ["the server has no database", nothingBehind("unavailable"), "serverUnavailable", "fault"],
    ["a proxy stops WebSocket", { signaling: "unreachable" }, "socketBlocked", "fault"],
    ["the list of servers is missing", network("notTried"), "listMissing", "warning"],
    ["the secret is wrong", relays("refused"), "relayRefused", "fault"],
    ["the secret is wrong and UDP blocked", { ...relays("refused"), relayUdp: "unreachable" }, "relayRefused", "fault"],
    ["the quota is used up", relays("full"), "relayFull", "fault"],
    ["the relay's own ports are shut", relays("noPassage"), "relayNoPassage", "warning"],
    ["coturn does not run", { stun: "closed", ...relays("closed") }, "relayDown", "fault"],
    ["coturn's TCP ports say so", { ...network("unreachable"), relayTcp: "closed" }, "relayDown", "fault"],
    ["only STUN answers", relays("unreachable"), "relayDown", "fault"],
    ["nothing answers at all", network("unreachable"), "everythingBlocked", "fault"],
    ["UDP blocked, no relay", { stun: "unreachable", ...relays("notSetUp") }, "udpBlockedNoRelay", "fault"],
    ["UDP blocked", { stun: "unreachable", relayUdp: "unreachable" }, "udpBlocked", "warning"],
    ["UDP blocked, relay by TLS only", { ...network("unreachable"), relayTls: "fine" }, "udpBlocked", "warning"],
    ["UDP blocked, no UDP relay", { stun: "unreachable", relayUdp: "notSetUp" }, "udpBlocked", "warning"],
    ["neither STUN nor TURN", network("notSetUp"), "nothingSetUp", "warning"],
    ["STUN only", relays("notSetUp"), "noRelay", "warning"],
    ["the relay's UDP is shut", { relayUdp: "unreachable" }, "relayUdpDown", "warning"],
    ["the relay's TCP is shut", { relayTcp: "unreachable" }, "relayTcpDown", "warning"],
    ["the relay's certificate is bad", { relayTls: "closed" }, "relayTlsDown", "warning"],
    ["relay by UDP alone", { relayTcp: "notSetUp", relayTls: "notSetUp" }, "fine", "fine"],
    ["STUN is dead", { stun: "unreachable" }, "stunDown", "warning"],
    ["the microphone is blocked", { microphone: "blocked" }, "microphoneBlocked", "fault"],
    ["the system blocks the microphone", { microphone: "systemBlocked" }, "microphoneSystemBlocked", "fault"],
    ["the microphone is missing", { microphone: "missing" }, "microphoneMissing", "fault"],
    ["the microphone is taken", { microphone: "busy" }, "microphoneBusy", "fault"],
    ["the microphone's question is open", { microphone: "unanswered" }, "microphoneUnanswered", "fault"],
    ["the microphone is broken", { microphone: "failed" }, "microphoneFailed", "fault"],
    ["the microphone is off", { microphone: "silent" }, "microphoneSilent", "warning"],
    ["the camera is blocked", { camera: "blocked" }, "cameraBlocked", "warning"],
    ["the system blocks the camera", { camera: "systemBlocked" }, "cameraSystemBlocked", "warning"],
    ["the camera is missing", { camera: "missing" }, "cameraMissing", "warning"],
    ["the camera is taken", { camera: "busy" }, "cameraBusy", "warning"],
    ["the camera's question is open", { camera: "unanswered" }, "cameraUnanswered", "warning"],
    ["the camera is dark", { camera: "noPicture" }, "cameraFailed", "warning"],
    ["a call has the devices", { microphone: "inUse", camera: "inUse" }, "fine", "fine"],
    [
      "two faults: the one nearer to the server",
      { ...relays("refused"), microphone: "blocked" },
      "relayRefused",
      "fault",
    ],
    [
      "a fault before a warning",
      { microphone: "busy", stun: "unreachable", relayUdp: "unreachable" },
      "microphoneBusy",
      "fault",
    ],
    ["no relay and no camera", { ...relays("notSetUp"), camera: "missing" }, "noRelay", "warning"],
  ])("%s", (_, outcomes, key, severity) => {
    expect(diagnose(found(outcomes), true)).toEqual({ key, severity });
  });

  it("blames the device's own network only where the server is away, too", () => {
    expect(diagnose(found(nothingBehind("unreachable")), false).key).toBe("offline");
    expect(diagnose(found({}), false).key).toBe("fine");
  });
});

describe("gradesOf", () => {
  it("takes a shut way lightly while another one is open", () => {
    expect(gradesOf(found({ stun: "unreachable", relayUdp: "unreachable" }))).toMatchObject({
      stun: "warning",
      relayUdp: "warning",
      relayTcp: "fine",
    });
    expect(gradesOf(found(network("unreachable")))).toMatchObject({ stun: "fault", relayTls: "fault" });
  });

  it("says nothing about what was not tried, not set up or in use", () => {
    const grades = gradesOf(found({ relayTls: "notSetUp", stun: "notTried", camera: "inUse" }));
    expect(grades).toMatchObject({ relayTls: "neutral", stun: "neutral", camera: "neutral" });
  });

  it("warns where one of several servers fails", () => {
    const each: Finding[] = [
      { outcome: "unreachable", ms: null },
      { outcome: "fine", ms: 8 },
    ];
    expect(gradesOf({ ...found({}), relayUdp: together(each) }).relayUdp).toBe("warning");
  });
});

describe("together", () => {
  const fine = (ms: number): Finding => ({ outcome: "fine", ms });
  const none = (outcome: CheckOutcome): Finding => ({ outcome, ms: null });
  it.each<[string, Finding[], Finding]>([
    ["none", [], none("notSetUp")],
    ["one", [fine(3)], fine(3)],
    [
      "the quickest that works",
      [none("refused"), fine(9), fine(3)],
      { ...fine(3), each: [none("refused"), fine(9), fine(3)] },
    ],
    [
      "what tells most",
      [none("unreachable"), none("refused")],
      { ...none("refused"), each: [none("unreachable"), none("refused")] },
    ],
  ])("%s", (_, each, expected) => expect(together(each)).toEqual(expected));
});
