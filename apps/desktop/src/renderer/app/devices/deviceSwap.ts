import type { Ringer } from "../../media/ringer";
import type { Stores } from "../../ui/appContext";
import type { DevicesStore } from "../../ui/devices/deviceContext";
import type { Notify } from "../notices";
import { idInUse, nameInUse, type Present, type Swap, swapOf } from "./swapRules";

interface Options {
  readonly stores: Pick<Stores, "devices" | "settings">;
  readonly ringer: Ringer;
  /** Each opens what is wanted now in place of what it has, and answers whether it has a microphone then. */
  readonly microphones: readonly (() => Promise<boolean>)[];
  readonly inCall: () => boolean;
  readonly notify: Notify;
}

const microphonesOf = (all: DevicesStore): Present => ({ devices: all.microphones, system: all.systemMicrophone });
const speakersOf = (all: DevicesStore): Present => ({ devices: all.speakers, system: all.systemSpeaker });

const words = {
  microphone: { gone: "microphoneGone", back: "microphoneBack", system: "microphoneSystem" },
  speaker: { gone: "speakerGone", back: "speakerBack", system: "speakerSystem" },
} as const;

/** Devices that come and go: what is used then, and the words for it. */
export function followSwaps({ stores, ringer, microphones, inCall, notify }: Options): void {
  const tell = (kind: keyof typeof words, swap: Swap, now: string | null) =>
    notify({
      tone: swap.what === "gone" ? "warning" : "info",
      message: words[kind][swap.what],
      device: swap.device,
      ...(now === null ? {} : { instead: now }),
    });

  const swapMicrophone = async (swap: Swap, now: Present) => {
    const open = await Promise.all(microphones.map((renew) => renew()));
    if (open.includes(true)) tell("microphone", swap, nameInUse(stores.settings.getState().microphoneId, now));
  };
  ringer.setSpeaker(stores.settings.getState().speakerId);
  stores.devices.subscribe((after, before) => {
    const { microphoneId, speakerId } = stores.settings.getState();
    const microphone = swapOf(microphoneId, microphonesOf(before), microphonesOf(after));
    if (microphone) void swapMicrophone(microphone, microphonesOf(after));
    // None was left, and one is there again.
    else if (before.microphones.length === 0 && after.microphones.length > 0)
      for (const renew of microphones) void renew();
    const speaker = swapOf(speakerId, speakersOf(before), speakersOf(after));
    if (!speaker) return;
    // What plays the call looks at the list itself.
    ringer.setSpeaker(idInUse(speakerId, speakersOf(after)));
    if (inCall()) tell("speaker", speaker, nameInUse(speakerId, speakersOf(after)));
  });
}
