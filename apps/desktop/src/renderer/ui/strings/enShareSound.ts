import type { ShareSoundStore } from "../appContext";

const ended: Record<NonNullable<ShareSoundStore["ended"]>, (peerName: string) => string> = {
  echo: (name) => `Your share would have sent ${name}'s own voice back, so its sound was switched off.`,
  lost: () => "The shared sound is gone. The share goes on without sound.",
  failed: () => "The sound could not be shared. The share goes on without sound.",
};

/** Words of the sound of a running share. */
export const shareSound = {
  ended,
  silent: (source: string) => `No sound is coming from ${source} yet.`,
  sources: { window: "this window", monitor: "this screen", browser: "this tab" } as Record<string, string>,
  altered: "Your browser processes the shared sound as if it were speech, so music may sound dull.",
  choose: "Choose another sound",
  goOn: "Go on without sound",
  meter: "Level of the shared sound",
  level: (decibels: number) => `${decibels} dB`,
  noLevel: "Silent",
};
