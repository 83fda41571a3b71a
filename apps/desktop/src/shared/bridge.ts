import { drawnInk } from "@sightline/protocol";
import { z } from "zod";
import type { DesktopApi, RingAction, SystemInput } from "./desktopApi";
import type { ShareCommand, SharedWindowState, SoundChunk, SoundEnd, StopKey } from "./sharing";

/** Names of the methods of one group that cross the process border: those that answer with a promise. */
type Invokable<G extends keyof DesktopApi> = {
  [M in keyof DesktopApi[G]]: DesktopApi[G][M] extends (...args: never[]) => Promise<unknown> ? M & string : never;
}[keyof DesktopApi[G]];

/** One IPC channel per method of {@link DesktopApi}, named `group:method`. */
export type BridgeChannel = { [G in keyof DesktopApi]: `${G}:${Invokable<G>}` }[keyof DesktopApi];

/** The method behind a channel. */
export type BridgeMethod<C extends BridgeChannel> = C extends `${infer G extends keyof DesktopApi}:${infer M}`
  ? M extends keyof DesktopApi[G]
    ? Extract<DesktopApi[G][M], (...args: never[]) => Promise<unknown>>
    : never
  : never;

/** What the main process implements; arguments arrive checked. */
export type BridgeHandlers = {
  readonly [C in BridgeChannel]: (
    ...args: Parameters<BridgeMethod<C>>
  ) => Awaited<ReturnType<BridgeMethod<C>>> | ReturnType<BridgeMethod<C>>;
};

/** Messages from main to renderer by channel. */
export interface BridgeMessages {
  /** A ring was answered from its notification. */
  readonly "calls:ringAction": RingAction;
  /** A deep link named this person (R35). */
  readonly "links:person": string;
  /** A deep link named this room (R35). */
  readonly "links:room": string;
  /** Sound of a running share. */
  readonly "sharing:soundChunk": SoundChunk;
  readonly "sharing:soundEnd": SoundEnd;
  /** Tray and global key. */
  readonly "sharing:command": ShareCommand;
  readonly "sharing:windowState": SharedWindowState;
  /** At the start of each share; null where the system gives no global keys. */
  readonly "sharing:stopKey": StopKey | null;
  /** The computer was asleep. */
  readonly "system:wake": null;
  readonly "system:input": SystemInput;
}
/** Synchronous question of the preload at document start; the answer is `DesktopApi["info"]`. */
export type InfoChannel = "info";

const noArguments = z.tuple([]);
const sourceId = z.string().regex(/^(window|screen):\d{1,20}:\d{1,10}$/);

const activity = z.discriminatedUnion("phase", [
  z.object({ phase: z.literal("idle") }),
  z.object({ phase: z.literal("preview") }),
  z.object({ phase: z.literal("ringing"), peerName: z.string().max(200) }),
  z.object({ phase: z.literal("inCall") }),
]);

/** Schemas of every channel's arguments (R40): a channel that is not here does not exist. */
export const bridgeArguments = {
  "session:load": noArguments,
  "session:save": z.tuple([z.string().min(1).max(1024).nullable()]),
  "server:setAddress": z.tuple([z.string().max(2048)]),
  "calls:setActivity": z.tuple([activity]),
  "sharing:listSources": z.tuple([z.object({ afresh: z.boolean(), kinds: z.enum(["both", "window", "screen"]) })]),
  "sharing:audioChoices": z.tuple([sourceId]),
  "sharing:soundingApps": noArguments,
  "sharing:arm": z.tuple([
    z.object({
      sourceId,
      audio: z.enum(["app", "systemWithoutUs", "none"]),
      appId: z.string().min(1).max(200).optional(),
    }),
  ]),
  "sharing:setShared": z.tuple([z.object({ sourceId, paused: z.boolean() }).nullable()]),
  "sharing:showInk": z.tuple([drawnInk.nullable()]),
  "sharing:startSound": noArguments,
  "sharing:stopSound": z.tuple([z.number().int().positive()]),
  "system:openPrivacySettings": z.tuple([z.enum(["microphone", "camera", "screen"])]),
} satisfies { [C in BridgeChannel]: z.ZodType<Parameters<BridgeMethod<C>>> };
