import type { SoundCapture, SoundSink } from "../soundSystem";
import { type Graph, nodeNamed, portsOf, withChanges } from "./graph";
import { createGraphReader } from "./graphReader";
import { lineageOf } from "./processes";
import { wholeFrames } from "./samples";
import type { SoundTarget } from "./soundTarget";
import { askTool, endTool, type RunningTool, startTool } from "./soundTool";
import { wiringOf } from "./wiring";

const READY_WITHIN_MS = 3_000;
/** What was refused or took too long on a busy machine is tried again: nothing else may ever change in the graph. */
const ASK_AGAIN_MS = 500;
/** What the picture takes on its way is longer than this. */
const LATENCY = "20ms";

let count = 0;

/** The name our recorders carry in PipeWire's graph, so that what a crash left behind is found: owner's pid, number. */
export const RECORDER_NAME = /^sightline-share-(\d{1,10})-\d{1,6}$/;

/**
 * Records what the wanted programs play, beside what the person hears. The recorder is connected to nothing by itself
 * (`--target 0`) and PipeWire's session manager leaves it alone, so when a program goes there is silence: never the
 * microphone or anything else that a virtual device would fall back to. Rejects when PipeWire does not play along.
 */
export async function captureStreams(
  target: SoundTarget,
  ourPid: number,
  { onSamples, onLost }: SoundSink,
): Promise<SoundCapture> {
  count += 1;
  const name = `sightline-share-${process.pid}-${count}`;
  const recorder = startTool("pw-record", await recorderArguments(name));
  const monitor = startTool("pw-dump", ["--monitor"]);
  const patch = createPatchBay(name, target, ourPid);
  let over = false;

  const stop = async () => {
    over = true;
    patch.close();
    // The recorder first: from here on there is nothing that could be connected to anything.
    await endTool(recorder);
    await endTool(monitor);
  };
  const lose = () => {
    if (over) return;
    void stop();
    onLost();
  };
  const frames = wholeFrames();
  recorder.stdout.on("data", (bytes: Buffer) => {
    const samples = frames(bytes);
    if (!over && patch.isClean() && samples.length > 0) onSamples(samples);
  });
  const ready = new Promise<void>((done, fail) => {
    const timer = setTimeout(() => fail(new Error("PipeWire did not answer")), READY_WITHIN_MS);
    for (const tool of [recorder, monitor]) {
      tool.once("error", fail);
      tool.once("close", () => {
        fail(new Error("PipeWire is gone"));
        lose();
      });
    }
    let wasThere = false;
    const follow = (graph: Graph) => {
      if (over) return;
      const isThere = patch.follow(graph);
      // A recorder outlives its node, and would never record again.
      if (wasThere && !isThere) return lose();
      if (!isThere) return;
      wasThere = true;
      clearTimeout(timer);
      done();
    };
    followGraph(monitor, follow, lose);
  });
  try {
    await ready;
  } catch (fault) {
    await stop();
    throw fault;
  }
  return { stop };
}

/** Keeps the links into the recorder as the target wants them. */
function createPatchBay(name: string, target: SoundTarget, ourPid: number) {
  const asked = new Set<string>();
  let clean = true;
  let latest: Graph = new Map();
  let again: NodeJS.Timeout | undefined;

  /** A link asked for and not seen yet; what went meanwhile is refused, and its next one has other numbers. */
  const ask = (...words: readonly string[]) => {
    const request = words.join(" ");
    if (asked.has(request)) return;
    asked.add(request);
    void askTool("pw-link", words).then((answer) => {
      asked.delete(request);
      if (answer === null) again ??= setTimeout(lookAgain, ASK_AGAIN_MS);
    });
  };
  const lookAgain = () => {
    again = undefined;
    follow(latest);
  };
  const follow = (graph: Graph): boolean => {
    latest = graph;
    const node = nodeNamed(graph, name);
    if (node === null || portsOf(graph, node, "in").length < 2) return false;
    const { missing, foreign } = wiringOf(graph, node, target, { lineage: lineageOf, ourPid });
    clean = foreign.length === 0;
    for (const { id } of foreign) ask("--disconnect", String(id));
    for (const { from, to } of missing) ask(String(from), String(to));
    return true;
  };

  return {
    /** Is everything that comes in from those it was asked for? Else nothing is passed on. */
    isClean: () => clean,
    /** True while the recorder is there. */
    follow,
    close() {
      latest = new Map();
      clearTimeout(again);
    },
  };
}

function followGraph(monitor: RunningTool, onGraph: (graph: Graph) => void, onBroken: () => void): void {
  const read = createGraphReader();
  let graph: Graph = new Map();
  monitor.stdout.setEncoding("utf8");
  monitor.stdout.on("data", (text: string) => {
    try {
      const changes = read(text);
      if (changes.length === 0) return;
      graph = withChanges(graph, changes);
    } catch {
      return onBroken();
    }
    onGraph(graph);
  });
}

/** Newer versions wrap what they write to a pipe into a file format unless told not to. */
async function recorderArguments(name: string): Promise<readonly string[]> {
  const help = (await askTool("pw-record", ["--help"])) ?? "";
  const format = ["--rate", "48000", "--channels", "2", "--format", "s16", "--latency", LATENCY];
  const raw = /--raw\b/.test(help) ? ["--raw"] : [];
  return ["--target", "0", "-P", `{ node.name=${name} }`, ...format, ...raw, "-"];
}
