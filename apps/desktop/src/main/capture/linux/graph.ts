/** An object of PipeWire's graph as `pw-dump` prints it, reduced to what is used here; `info` null: it is gone. */
export interface GraphObject {
  readonly id: number;
  readonly type?: string;
  readonly info?: {
    readonly props?: Readonly<Record<string, unknown>> | null;
    readonly "output-port-id"?: number;
    readonly "input-port-id"?: number;
    readonly "input-node-id"?: number;
  } | null;
}

/** PipeWire's graph by object id. */
export type Graph = ReadonlyMap<number, GraphObject>;

export interface Port {
  readonly id: number;
  /** `FL`, `FR`, `MONO`, `FC`, …; empty when the port does not say. */
  readonly channel: string;
}

/** A program playing sound. */
export interface SoundStream {
  readonly nodeId: number;
  /** As seen from the host; null for programs in a sandbox with process ids of its own. */
  readonly pid: number | null;
  /** Id of the Flatpak it comes from. */
  readonly flatpakId: string | null;
  readonly binary: string;
  /** Name as the program gives it, e.g. `Firefox`. */
  readonly appName: string;
}

export interface Link {
  readonly id: number;
  readonly from: number;
  readonly to: number;
}

/** What `pw-dump --monitor` printed, applied to the graph before: changed objects replace theirs, gone ones go. */
export function withChanges(graph: Graph, changes: readonly GraphObject[]): Graph {
  const next = new Map(graph);
  for (const object of changes) {
    if (object.info === null || object.info === undefined) next.delete(object.id);
    else next.set(object.id, object);
  }
  return next;
}

/**
 * Every stream that plays sound of its own, in no order. A link group's stream plays on what went into the group
 * (filters, loopbacks): those who play into it are in the list themselves, and our own call may be one of them.
 */
export function soundStreams(graph: Graph): readonly SoundStream[] {
  return ofType(graph, "Node").flatMap((node) => {
    const props = propsOf(node);
    if (props["media.class"] !== "Stream/Output/Audio" || props["node.link-group"] !== undefined) return [];
    return [streamOf(node.id, props, propsOf(graph.get(numberOf(props["client.id"]) ?? -1)))];
  });
}

/** The node of that name, once it is there. */
export function nodeNamed(graph: Graph, name: string): number | null {
  return ofType(graph, "Node").find((node) => propsOf(node)["node.name"] === name)?.id ?? null;
}

/** Ports of a node in one direction; monitors are no ports of their own. */
export function portsOf(graph: Graph, nodeId: number, direction: "in" | "out"): readonly Port[] {
  return ofType(graph, "Port").flatMap((port) => {
    const props = propsOf(port);
    const fits = props["node.id"] === nodeId && props["port.direction"] === direction && props["port.monitor"] !== true;
    return fits ? [{ id: port.id, channel: textOf(props["audio.channel"]) }] : [];
  });
}

/** All links that end in the node. */
export function linksInto(graph: Graph, nodeId: number): readonly Link[] {
  return ofType(graph, "Link").flatMap(({ id, info }) =>
    info?.["input-node-id"] === nodeId
      ? [{ id, from: info["output-port-id"] ?? -1, to: info["input-port-id"] ?? -1 }]
      : [],
  );
}

function streamOf(
  nodeId: number,
  props: Readonly<Record<string, unknown>>,
  client: Readonly<Record<string, unknown>>,
): SoundStream {
  const flatpakId = textOf(client["pipewire.access.portal.app_id"]) || null;
  // A PulseAudio program's connection belongs to PipeWire's own server: only what the program says of itself tells
  // its process. A native one cannot lie about it.
  const viaPulse = props["client.api"] === "pipewire-pulse";
  const said = numberOf(props["application.process.id"]) ?? numberOf(client["application.process.id"]);
  const pid = viaPulse ? said : (numberOf(client["pipewire.sec.pid"]) ?? said);
  const binary = textOf(props["application.process.binary"]) || textOf(client["application.process.binary"]);
  const appName = textOf(props["application.name"]) || textOf(client["application.name"]) || binary;
  return { nodeId, pid: flatpakId ? null : pid, flatpakId, binary, appName };
}

function ofType(graph: Graph, type: string): readonly GraphObject[] {
  return [...graph.values()].filter((object) => object.type === `PipeWire:Interface:${type}`);
}

function propsOf(object: GraphObject | undefined): Readonly<Record<string, unknown>> {
  return object?.info?.props ?? {};
}

/** PipeWire prints numbers as numbers in some versions and as text in others. */
function numberOf(value: unknown): number | null {
  if (typeof value === "number") return value;
  return typeof value === "string" && /^\d{1,10}$/.test(value) ? Number(value) : null;
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}
