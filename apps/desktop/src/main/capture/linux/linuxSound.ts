import type { AudioChoice, AudioUnavailable, SoundingApp } from "../../../shared/sharing";
import type { AudioOffer, SoundGrant, SoundSystem } from "../soundSystem";
import type { OfferedSource } from "../sources";
import { type Graph, soundStreams, type SoundStream, withChanges } from "./graph";
import { createGraphReader } from "./graphReader";
import { sweepRecorders } from "./leftovers";
import { lineageOf } from "./processes";
import { appKey, isWanted, type SoundTarget } from "./soundTarget";
import { captureStreams } from "./streamCapture";
import { askTool, missingTools } from "./soundTool";
import { nameOfWindow } from "./windowName";
import { ownerOfWindow } from "./windowOwner";

interface LinuxSoundOptions {
  /** Does the portal choose the window, so that nobody knows whose it is? */
  readonly windowsAreAnonymous: boolean;
  /** Runs the app as Flatpak or snap, which keeps other programs' sound from it? */
  readonly sandboxed: boolean;
}

const noSound: AudioOffer = { choice: { plan: "none", available: true }, grant: { way: "none" } };

/** Linux: PipeWire, by its stock tools. */
export function createLinuxSound({ windowsAreAnonymous, sandboxed }: LinuxSoundOptions): SoundSystem {
  // What a crash left behind goes before anything new is made.
  void graphNow().then((graph) => graph && sweepRecorders(graph));
  const others: SoundTarget = { kind: "others" };
  const processes = { lineage: lineageOf, ourPid: process.pid };

  async function appOffer(source: OfferedSource, streams: readonly SoundStream[], appId?: string): Promise<AudioOffer> {
    if (source.kind === "screen" && !windowsAreAnonymous) return refused("app", "screenHasNoApp");
    const flatpaks = streams.flatMap(({ flatpakId }) => (flatpakId ? [flatpakId] : []));
    const owner = windowsAreAnonymous ? null : await ownerOfWindow(source.id, flatpaks);
    if (owner) return offered({ plan: "app", available: true, appName: owner.appName }, owner.target);
    const named = streams.find((stream) => appKey(stream) === appId);
    const choice: AudioChoice = { plan: "app", available: true, needsApp: true };
    if (!named || !appId) return { choice, grant: null };
    return offered({ ...choice, appName: named.appName }, { kind: "app", key: appId });
  }

  return {
    async offers(source, appId) {
      const streams = await streamsNow();
      const fault: AudioUnavailable | null = sandboxed ? "sandboxed" : streams ? null : "pipewireMissing";
      if (fault || !streams) {
        return [
          refused("app", fault ?? "pipewireMissing"),
          refused("systemWithoutUs", fault ?? "pipewireMissing"),
          noSound,
        ];
      }
      const all = offered({ plan: "systemWithoutUs", available: true }, others);
      return [await appOffer(source, streams, appId), all, noSound];
    },
    async appNameOf({ id }) {
      // The name is told by the window itself, also where its process is not ours to look at.
      return windowsAreAnonymous ? null : ((await nameOfWindow(id)) ?? (await ownerOfWindow(id, []))?.appName ?? null);
    },
    async soundingApps() {
      const streams = (await streamsNow()) ?? [];
      return appsIn(streams.filter((stream) => isWanted(stream, others, processes)));
    },
  };
}

/** One line per app, by name. */
export function appsIn(streams: readonly SoundStream[]): readonly SoundingApp[] {
  const apps = new Map(streams.map((stream) => [appKey(stream), stream.appName || stream.binary]));
  return [...apps]
    .filter(([, name]) => name !== "")
    .map(([id, name]) => ({ id, name }))
    .toSorted((one, other) => one.name.localeCompare(other.name));
}

function offered(choice: AudioChoice, target: SoundTarget): AudioOffer {
  const grant: SoundGrant = { way: "samples", start: (sink) => captureStreams(target, process.pid, sink) };
  return { choice, grant };
}

function refused(plan: AudioChoice["plan"], reason: AudioUnavailable): AudioOffer {
  return { choice: { plan, available: false, reason }, grant: null };
}

async function streamsNow(): Promise<readonly SoundStream[] | null> {
  const graph = await graphNow();
  return graph && soundStreams(graph);
}

/** Null: the tools are not installed, or no PipeWire answers them. */
async function graphNow(): Promise<Graph | null> {
  return missingTools().length > 0 ? null : graphIn(await askTool("pw-dump", []));
}

function graphIn(printed: string | null): Graph | null {
  try {
    return printed ? withChanges(new Map(), createGraphReader()(`${printed}\n`)) : null;
  } catch {
    return null;
  }
}
