import { type Graph, type Link, linksInto, type Port, portsOf, soundStreams } from "./graph";
import { isWanted, type Processes, type SoundTarget } from "./soundTarget";

export interface Wiring {
  /** Links to be made, by port ids. */
  readonly missing: readonly { readonly from: number; readonly to: number }[];
  /** Links into the recorder that nobody here made: what comes through them is not what the person chose. */
  readonly foreign: readonly Link[];
}

const leftOnly = new Set(["FL", "RL", "SL", "FLC", "AUX0"]);
const rightOnly = new Set(["FR", "RR", "SR", "FRC", "AUX1"]);

/** Compares the links into the recorder with those the target asks for. */
export function wiringOf(graph: Graph, recorder: number, target: SoundTarget, processes: Processes): Wiring {
  const inputs = portsOf(graph, recorder, "in");
  const wanted = soundStreams(graph)
    .filter((stream) => isWanted(stream, target, processes))
    .flatMap((stream) => portsOf(graph, stream.nodeId, "out"))
    .flatMap((port) => inputsFor(port, inputs).map((to) => ({ from: port.id, to })));
  const links = linksInto(graph, recorder);
  return {
    missing: wanted.filter(({ from, to }) => !links.some((link) => link.from === from && link.to === to)),
    foreign: links.filter((link) => !wanted.some(({ from, to }) => link.from === from && link.to === to)),
  };
}

/** Left to left, right to right; what is in the middle, or says nothing, to both. PipeWire adds up what meets. */
function inputsFor({ channel }: Port, inputs: readonly Port[]): readonly number[] {
  const side = leftOnly.has(channel) ? "FL" : rightOnly.has(channel) ? "FR" : null;
  return inputs.filter((input) => side === null || input.channel === side).map(({ id }) => id);
}
