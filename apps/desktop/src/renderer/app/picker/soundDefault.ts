import type { AudioChoice, AudioPlan, ShareSource } from "../../../shared/sharing";

/** How much is heard, from nothing to everything. */
const WIDTH: Record<AudioPlan, number> = { none: 0, app: 1, systemWithoutUs: 2 };
const FROM_NARROW_TO_WIDE: readonly AudioPlan[] = ["app", "systemWithoutUs"];

/** The widest sound that goes along without the person having said so: as much as is seen, and no more. */
const COMMENSURATE: Record<ShareSource["kind"], AudioPlan> = { window: "app", screen: "systemWithoutUs" };

/**
 * Which sound is chosen before the person chooses. Never wider than what they chose for this app before, or what the
 * picture shows already: where that cannot be had the choice is no sound, and the wider one stays theirs to make.
 * @param remembered what the person chose for this app the last time they chose
 */
export function soundDefault(
  choices: readonly AudioChoice[],
  kind: ShareSource["kind"],
  remembered: AudioPlan | null,
): AudioPlan {
  // Without the app's name, "sound of one app" is not a choice yet.
  const available = (plan: AudioPlan) =>
    choices.some((choice) => choice.plan === plan && choice.available && !choice.needsApp);
  if (remembered && available(remembered)) return remembered;
  const widest = WIDTH[remembered ?? COMMENSURATE[kind]];
  return FROM_NARROW_TO_WIDE.find((plan) => WIDTH[plan] <= widest && available(plan)) ?? "none";
}
