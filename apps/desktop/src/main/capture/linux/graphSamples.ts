import type { Graph, GraphObject } from "./graph";

/** Makers of graph objects for tests, in the shape `pw-dump` of PipeWire 0.3.65 prints them. */

type Props = Readonly<Record<string, unknown>>;

export const node = (id: number, props: Props): GraphObject => ({
  id,
  type: "PipeWire:Interface:Node",
  info: { props },
});

export const client = (id: number, props: Props): GraphObject => ({
  id,
  type: "PipeWire:Interface:Client",
  info: { props },
});

export const port = (id: number, nodeId: number, direction: "in" | "out", channel: string, more: Props = {}) =>
  ({
    id,
    type: "PipeWire:Interface:Port",
    info: { props: { "node.id": nodeId, "port.direction": direction, "audio.channel": channel, ...more } },
  }) satisfies GraphObject;

export const link = (id: number, from: number, to: number, inputNode: number): GraphObject => ({
  id,
  type: "PipeWire:Interface:Link",
  info: { "output-port-id": from, "input-port-id": to, "input-node-id": inputNode, props: {} },
});

/** A program that plays through the PulseAudio server, with its two ports. */
export const pulseStream = (id: number, pid: number, name = "Player", more: Props = {}): readonly GraphObject[] => [
  client(id + 1, { "application.process.id": pid, "pipewire.sec.pid": 900, "application.name": name }),
  node(id, {
    "media.class": "Stream/Output/Audio",
    "client.api": "pipewire-pulse",
    "client.id": id + 1,
    "application.process.id": pid,
    "application.process.binary": name.toLowerCase(),
    "application.name": name,
    ...more,
  }),
  port(id + 2, id, "out", "FL"),
  port(id + 3, id, "out", "FR"),
];

/** Our recorder: node 500, left input 501, right input 502, and monitors as every recorder has. */
export const recorder: readonly GraphObject[] = [
  node(500, { "media.class": "Stream/Input/Audio", "node.name": "sightline-share-7-1", "client.id": 510 }),
  client(510, { "pipewire.sec.pid": 4711 }),
  port(501, 500, "in", "FL"),
  port(502, 500, "in", "FR"),
  port(503, 500, "out", "FL", { "port.monitor": true }),
  port(504, 500, "out", "FR", { "port.monitor": true }),
];

export function graphOf(...objects: readonly (GraphObject | readonly GraphObject[])[]): Graph {
  return new Map(objects.flat().map((object) => [object.id, object]));
}
