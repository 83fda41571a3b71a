import type { InkMessage } from "@sightline/protocol";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createInkChannel } from "./inkChannel";

const dot: InkMessage = { type: "ink", stroke: 1, points: [{ x: 0.25, y: 0.5 }] };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

function channelPair() {
  const sent: string[] = [];
  const heard: InkMessage[] = [];
  const options: unknown[] = [];
  const channel = Object.assign(new EventTarget(), {
    readyState: "connecting",
    bufferedAmount: 0,
    send: (text: string) => sent.push(text),
  });
  const hear = (data: unknown) => channel.dispatchEvent(new MessageEvent("message", { data }));
  const pc = {
    createDataChannel(...given: unknown[]) {
      options.push(...given);
      return channel;
    },
  };
  const ink = createInkChannel(pc as unknown as RTCPeerConnection, (message) => heard.push(message));
  const open = () => {
    channel.readyState = "open";
    channel.dispatchEvent(new Event("open"));
  };
  return { sent, heard, options, channel, ink, hear, open };
}

test("both sides know the channel beforehand, and it is not the one of hang-ups", () => {
  expect(channelPair().options).toEqual(["ink", { negotiated: true, id: 1 }]);
});

test("ink drawn before the channel is there is dropped; the last word on whether it is allowed waits", () => {
  const { ink, sent, open } = channelPair();
  ink.send(dot);
  ink.send({ type: "inkAllowed", allowed: true });
  ink.send({ type: "inkAllowed", allowed: false });
  open();
  expect(sent).toEqual(['{"type":"inkAllowed","allowed":false}']);
  ink.send(dot);
  expect(sent).toHaveLength(2);
});

test("ink is dropped while the link cannot follow, a refusal never", () => {
  const { ink, sent, open, channel } = channelPair();
  open();
  channel.bufferedAmount = 20_000;
  ink.send(dot);
  ink.send({ type: "inkAllowed", allowed: false });
  expect(sent).toEqual(['{"type":"inkAllowed","allowed":false}']);
});

test("R18 what does not fit the schema is dropped", () => {
  const { heard, hear } = channelPair();
  const long = JSON.stringify(dot) + " ".repeat(5_000);
  for (const data of ["", "{", "null", '{"type":"hangUp"}', '{"type":"pointer"}', long, new ArrayBuffer(4), null])
    hear(data);
  expect(heard).toEqual([]);
  hear(JSON.stringify(dot));
  expect(heard).toEqual([dot]);
});

test("a flood is dropped, and what comes after it is heard again", () => {
  const { heard, hear } = channelPair();
  for (let n = 0; n < 10_000; n++) hear(JSON.stringify(dot));
  expect(heard).toHaveLength(60);
  vi.advanceTimersByTime(1_000);
  hear(JSON.stringify(dot));
  expect(heard).toHaveLength(61);
});
