import { describe, expect, it } from "vitest";
import { linkFigures } from "./linkFigures";
import type { StatsRow } from "./statsRows";

type Fields = Partial<Omit<StatsRow, "type" | "id">>;

/** A row at a second of its life. */
const row = (type: string, id: string, second: number, fields: Fields = {}): StatsRow => ({
  type,
  id,
  timestamp: 1_764_064_800_000 + second * 1000,
  ...fields,
});
const report = (...all: StatsRow[]) => new Map(all.map((one) => [one.id, one]));

const codecs = [row("codec", "CA", 0, { mimeType: "audio/red" }), row("codec", "CV", 0, { mimeType: "video/VP8" })];
const path = [
  row("transport", "T", 0, { selectedCandidatePairId: "P" }),
  row("candidate-pair", "P", 0, { localCandidateId: "L", remoteCandidateId: "R", currentRoundTripTime: 0.0414 }),
  row("local-candidate", "L", 0, { candidateType: "host", protocol: "udp", address: "192.168.1.20" }),
  row("remote-candidate", "R", 0, { candidateType: "srflx", protocol: "udp", address: "203.0.113.9" }),
];
const audioIn = (second: number, more: Fields = {}) =>
  row("inbound-rtp", "IA", second, {
    kind: "audio",
    codecId: "CA",
    bytesReceived: 4000 * second,
    packetsReceived: 50 * second,
    packetsLost: 0,
    totalSamplesReceived: 48_000 * second,
    concealedSamples: 0,
    silentConcealedSamples: 0,
    ...more,
  });
const videoIn = (id: string, second: number, more: Fields = {}) =>
  row("inbound-rtp", id, second, {
    kind: "video",
    codecId: "CV",
    bytesReceived: 60_000 * second,
    framesDecoded: 24 * second,
    frameWidth: 640,
    frameHeight: 360,
    packetsReceived: 60 * second,
    packetsLost: 0,
    totalFreezesDuration: 0,
    ...more,
  });
const audioOut = (second: number) =>
  row("outbound-rtp", "OA", second, { kind: "audio", codecId: "CA", bytesSent: 5000 * second });

describe("figures of a connection", () => {
  it("are what went on between two reports, per second", () => {
    const at = (second: number) => report(...codecs, ...path, audioIn(second), videoIn("IV", second), audioOut(second));
    expect(linkFigures(at(2), at(4))).toEqual({
      roundTrip: 41,
      loss: 0,
      concealed: 0,
      frozen: 0,
      sending: {
        audio: { codec: "red", kilobitsPerSecond: 40, picture: null },
        video: { codec: null, kilobitsPerSecond: 0, picture: null },
      },
      receiving: {
        audio: { codec: "red", kilobitsPerSecond: 32, picture: null },
        video: { codec: "VP8", kilobitsPerSecond: 480, picture: { width: 640, height: 360, framesPerSecond: 24 } },
      },
      path: { relayed: false, family: "IPv4", protocol: "udp" },
    });
  });

  it("add up several pictures and tell the size of the one that carries most", () => {
    const at = (second: number) =>
      report(
        ...codecs,
        videoIn("small", second),
        videoIn("large", second, { bytesReceived: 250_000 * second, frameWidth: 1920, frameHeight: 1080 }),
      );
    const video = linkFigures(at(1), at(2))?.receiving.video;
    expect(video).toMatchObject({ kilobitsPerSecond: 2480, picture: { width: 1920, height: 1080 } });
  });

  it.each([
    ["there is nothing", report(), report()],
    ["there is nothing before", report(), report(audioIn(1))],
    ["only a path is known", report(...path), report(...path)],
  ])("are unknown while %s", (_when, before, after) => {
    expect(linkFigures(before, after)).toBeNull();
  });

  it("hold no address, whatever the path", () => {
    const at = (second: number) => report(...codecs, ...path, audioIn(second));
    expect(JSON.stringify(linkFigures(at(1), at(2)))).not.toMatch(/192\.168|203\.0\.113/);
  });
});

describe("F27 what suffers", () => {
  const lossOf = (before: StatsRow[], after: StatsRow[]) => linkFigures(report(...before), report(...after))?.loss;

  it("loss is counted since the look before, over all that comes in", () => {
    const before = [audioIn(1, { packetsLost: 400 }), videoIn("IV", 1)];
    const after = [audioIn(3, { packetsLost: 410 }), videoIn("IV", 3, { packetsLost: 10 })];
    expect(lossOf(before, after)).toBeCloseTo(20 / 240);
  });

  it("packets that came late after all are no loss", () => {
    expect(lossOf([audioIn(1, { packetsLost: 5 })], [audioIn(2, { packetsLost: 3 })])).toBe(0);
  });

  it("what the other side misses counts, if it is more", () => {
    const told = row("remote-inbound-rtp", "RI", 2, { fractionLost: 0.25, roundTripTime: 0.3 });
    expect(lossOf([audioIn(1)], [audioIn(2), told])).toBe(0.25);
    expect(linkFigures(report(audioIn(1)), report(audioIn(2), told))?.roundTrip).toBe(300);
  });

  it("sound that was made up, silence left out", () => {
    const after = audioIn(2, { concealedSamples: 9600, silentConcealedSamples: 4800 });
    expect(linkFigures(report(audioIn(1)), report(after))?.concealed).toBeCloseTo(0.1);
  });

  it("a picture that stood still", () => {
    const after = videoIn("IV", 3, { totalFreezesDuration: 1 });
    expect(linkFigures(report(videoIn("IV", 1)), report(after))?.frozen).toBeCloseTo(0.5);
  });
});

describe("the path", () => {
  const pathWith = (local: Fields, remote: Fields) => {
    const ends = [row("local-candidate", "L", 0, local), row("remote-candidate", "R", 0, remote)];
    const at = (second: number) => report(...path.slice(0, 2), ...ends, audioIn(second));
    return linkFigures(at(1), at(2))?.path;
  };
  const near: Fields = { candidateType: "host", protocol: "udp", address: "a.local" };

  it.each([
    ["our relay", { ...near, candidateType: "relay", address: "203.0.113.1" }, near, true, "IPv4", "udp"],
    ["their relay", near, { ...near, candidateType: "relay", address: "2001:db8::5" }, true, "IPv6", "udp"],
    ["our relay over TLS", { candidateType: "relay", protocol: "udp", relayProtocol: "tls" }, near, true, null, "tcp"],
    ["hidden on both sides", near, near, false, null, "udp"],
    ["TCP", { ...near, protocol: "tcp" }, { ...near, address: "10.0.0.2" }, false, "IPv4", "tcp"],
  ] as const)("%s", (_name, local, remote, relayed, family, protocol) => {
    expect(pathWith(local, remote)).toEqual({ relayed, family, protocol });
  });

  it("is found where the transport does not name it", () => {
    const pair = { localCandidateId: "L", remoteCandidateId: "R" };
    const ends = path.slice(2);
    const chosen = [{ selected: true }, { nominated: true, state: "succeeded" }];
    for (const mark of chosen) {
      const at = (second: number) =>
        report(
          row("candidate-pair", "X", 0, {}),
          row("candidate-pair", "P", 0, { ...pair, ...mark }),
          ...ends,
          audioIn(second),
        );
      expect(linkFigures(at(1), at(2))?.path).toEqual({ relayed: false, family: "IPv4", protocol: "udp" });
    }
  });
});
