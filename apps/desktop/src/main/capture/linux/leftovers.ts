import { existsSync } from "node:fs";
import { type Graph, type GraphObject } from "./graph";
import { programName } from "./processes";
import { RECORDER_NAME } from "./streamCapture";

/** Processes of recorders whose owner is gone: a crash left them behind. */
export function orphanedRecorders(graph: Graph, isAlive: (pid: number) => boolean): readonly number[] {
  return [...graph.values()].flatMap((object) => {
    const owner = RECORDER_NAME.exec(nameOf(object))?.[1];
    if (owner === undefined || isAlive(Number(owner))) return [];
    const client = graph.get(Number(object.info?.props?.["client.id"]));
    const pid = Number(client?.info?.props?.["pipewire.sec.pid"]);
    return Number.isInteger(pid) && pid > 1 ? [pid] : [];
  });
}

/** Ends them. Only a recorder is ended, whoever got its number meanwhile is not. */
export function sweepRecorders(graph: Graph): void {
  for (const pid of orphanedRecorders(graph, (owner) => existsSync(`/proc/${owner}`))) {
    if (["pw-record", "pw-cat"].includes(programName(pid) ?? "")) process.kill(pid, "SIGTERM");
  }
}

function nameOf(object: GraphObject): string {
  const name = object.info?.props?.["node.name"];
  return typeof name === "string" ? name : "";
}
