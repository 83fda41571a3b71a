import { describe, expect, it } from "vitest";
import { shareFigures } from "./shareFigures";

const codec = { type: "codec", id: "C", timestamp: 0, mimeType: "video/AV1" };
const sent = (seconds: number, fields: object = {}) => ({
  type: "outbound-rtp",
  id: "O",
  kind: "video",
  timestamp: 1_764_064_800_000 + seconds * 1000,
  codecId: "C",
  frameWidth: 1920,
  frameHeight: 1080,
  bytesSent: 30_000 * seconds,
  framesEncoded: 12 * seconds,
  ...fields,
});
const report = (...rows: { id: string }[]) => new Map(rows.map((row) => [row.id, row]));

describe("figures of a share", () => {
  it("are what was sent between two reports, per second", () => {
    const figures = shareFigures(report(codec, sent(3)), report(codec, sent(5)), "sending");
    expect(figures).toEqual({ width: 1920, height: 1080, framesPerSecond: 12, codec: "AV1", kilobitsPerSecond: 240 });
  });

  it("are read from what came in, for the viewer", () => {
    const received = (seconds: number) =>
      sent(seconds, {
        type: "inbound-rtp",
        bytesSent: undefined,
        framesEncoded: undefined,
        bytesReceived: 10_000 * seconds,
        framesDecoded: 5 * seconds,
      });
    const figures = shareFigures(report(codec, received(1)), report(codec, received(2)), "receiving");
    expect(figures).toMatchObject({ framesPerSecond: 5, kilobitsPerSecond: 80 });
  });

  it("say that nothing moves while nothing moves", () => {
    const resting = shareFigures(
      report(codec, sent(3)),
      report(codec, sent(4, { bytesSent: 90_000, framesEncoded: 36 })),
      "sending",
    );
    expect(resting).toMatchObject({ framesPerSecond: 0, kilobitsPerSecond: 0 });
  });

  it.each([
    ["there is nothing yet", report(), report()],
    ["there was nothing before", report(), report(codec, sent(1))],
    ["no frame has a size yet", report(codec, sent(0)), report(codec, sent(1, { frameWidth: undefined }))],
    ["the codec is not known yet", report(sent(0)), report(sent(1))],
    ["another stream took its place", report(codec, sent(1)), report(codec, { ...sent(2), id: "P" })],
    ["the counters began anew", report(codec, sent(5)), report(codec, sent(6, { bytesSent: 10 }))],
    ["both reports are of one moment", report(codec, sent(5)), report(codec, sent(5))],
    [
      "the video is not of this direction",
      report(codec, sent(1, { type: "inbound-rtp" })),
      report(codec, sent(2, { type: "inbound-rtp" })),
    ],
    ["it is sound", report(codec, sent(1, { kind: "audio" })), report(codec, sent(2, { kind: "audio" }))],
  ])("are not made up when %s", (_, before, after) => expect(shareFigures(before, after, "sending")).toBeNull());
});
