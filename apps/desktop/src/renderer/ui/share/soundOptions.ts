import type { AudioChoice, ShareSource, SoundingApp } from "../../../shared/sharing";
import { t } from "../strings/strings";

/** One line of the choice as it is drawn. */
interface SoundOption {
  readonly plan: AudioChoice["plan"];
  readonly appId: string | null;
  /** Its words, short beside others of its kind. */
  readonly label: string;
  /** Its words where it stands alone, as for a screen reader. */
  readonly name: string;
  readonly icon: string | null;
  readonly available: boolean;
}

/**
 * What there is to choose from. Where the system does not tell whose window it is, the one line "sound of the app"
 * becomes a line for each app that sounds.
 */
export function soundOptions(
  choices: readonly AudioChoice[],
  apps: readonly SoundingApp[],
  source: Pick<ShareSource, "appName" | "appIcon">,
): readonly SoundOption[] {
  return choices.flatMap(({ plan, available, appName, needsApp }): SoundOption[] => {
    const option = { plan, available, appId: null, icon: null };
    if (plan !== "app") return [named(option, t.sharing.audioPlans[plan](null))];
    if (available && needsApp) {
      return apps.map(({ id, name }) => ({ ...option, appId: id, label: name, name: t.sharing.audioPlans.app(name) }));
    }
    const words = t.sharing.audioPlans.app(source.appName ?? appName ?? null);
    return [{ ...named(option, words), icon: source.appIcon }];
  });
}

function named<O extends object>(option: O, words: string) {
  return { ...option, label: words, name: words };
}

/** Why something is missing from the choice, each reason once. */
export function soundReasons(choices: readonly AudioChoice[], apps: readonly SoundingApp[]): readonly string[] {
  const reasons = choices.flatMap(({ available, reason, needsApp }) => {
    if (!available) return reason ? [t.sharing.audioUnavailable[reason]] : [];
    if (!needsApp) return [];
    return [apps.length > 0 ? t.sharing.whichApp : t.sharing.noSoundingApps];
  });
  return [...new Set(reasons)];
}
