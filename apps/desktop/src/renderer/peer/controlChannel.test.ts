import { expect, test } from "vitest";
import { createControlChannel } from "./controlChannel";

const hangUp = { type: "hangUp" } as const;

function channelPair() {
  const sent: string[] = [];
  const heard: unknown[] = [];
  const options: unknown[] = [];
  const channel = Object.assign(new EventTarget(), {
    readyState: "connecting",
    send: (text: string) => sent.push(text),
  });
  const hear = (data: unknown) => channel.dispatchEvent(new MessageEvent("message", { data }));
  const pc = {
    createDataChannel(...given: unknown[]) {
      options.push(...given);
      return channel;
    },
  };
  const control = createControlChannel(pc as unknown as RTCPeerConnection, (message) => heard.push(message));
  return { sent, heard, options, channel, control, hear };
}

test("both sides know the channel beforehand", () => {
  expect(channelPair().options).toEqual(["control", { negotiated: true, id: 0 }]);
});

test("what is said too early waits for the channel, up to a limit, and what is said too late is dropped", () => {
  const { sent, channel, control } = channelPair();
  for (let n = 0; n < 100; n++) control.send(hangUp);
  expect(sent).toEqual([]);
  channel.readyState = "open";
  channel.dispatchEvent(new Event("open"));
  expect(sent).toEqual(Array.from({ length: 16 }, () => '{"type":"hangUp"}'));
  expect(control.hasJustSent()).toBe(true);
  channel.readyState = "closed";
  control.send(hangUp);
  expect(sent).toHaveLength(16);
  expect(control.hasJustSent()).toBe(false);
});

test("a ping leaves at once or never, is no last message, and says nothing to the other side", () => {
  const { sent, heard, channel, control, hear } = channelPair();
  control.ping();
  channel.readyState = "open";
  channel.dispatchEvent(new Event("open"));
  expect(sent).toEqual([]);
  control.ping();
  expect(control.hasJustSent()).toBe(false);
  hear(sent[0]);
  expect([sent.length, heard.length]).toEqual([1, 0]);
});

test("R18 what does not fit the schema is dropped, and unknown keys with it", () => {
  const { heard, hear } = channelPair();
  const spaces = " ".repeat(5000);
  const nonsense = ["", "{", "null", "[]", '{"type":"format"}', '{"type":"media"}', `{"type":"hangUp"}${spaces}`];
  for (const data of [...nonsense, new ArrayBuffer(4), null, 7]) hear(data);
  expect(heard).toEqual([]);
  hear('{"type":"hangUp","__proto__":{"a":1},"more":1}');
  expect(heard).toEqual([hangUp]);
});
