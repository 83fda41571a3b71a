import type { Clock } from "../ports";
import { isQuiet, type PreferenceRepository } from "../users/preferences";
import type { BlockRepository } from "./blockList";
import type { ContactRepository } from "./contactBook";

/**
 * What somebody is to the person they call. `stranger`: no contact, but let through; `nobody`: may not ring, nor learn
 * whether there is anybody. `there`: false where a block stands between the two, in either direction.
 */
export interface Standing {
  readonly as: "contact" | "stranger" | "nobody";
  readonly there: boolean;
  /** The callee does not want to be disturbed. */
  readonly quiet: boolean;
}

/**
 * May the caller learn that the callee is there at all? Of a stranger's calls one who does not want to be disturbed is not: that
 * they are, and want quiet, is for contacts to know.
 */
export function isThereFor({ as, there, quiet }: Standing): boolean {
  return there && as !== "nobody" && (as === "contact" || !quiet);
}

interface RulePorts {
  readonly contacts: Pick<ContactRepository, "areAccepted">;
  readonly blocks: Pick<BlockRepository, "has">;
  readonly preferences: Pick<PreferenceRepository, "of">;
  /** May people of this server let strangers call them at all? */
  readonly strangerCalls: boolean;
  readonly clock: Clock;
}

/** Who may ring whom (R12). All is asked for in each case, so that the time tells nothing. */
export function createCallRule({ contacts, blocks, preferences, strangerCalls, clock }: RulePorts) {
  return async (callerId: string, calleeId: string): Promise<Standing> => {
    const [known, blockedByThem, blockedByMe, theirs] = await Promise.all([
      contacts.areAccepted(callerId, calleeId),
      blocks.has(calleeId, callerId),
      blocks.has(callerId, calleeId),
      preferences.of(calleeId),
    ]);
    const open = strangerCalls && theirs.callableBy === "anyone" && callerId !== calleeId;
    const stranger = open ? "stranger" : "nobody";
    const there = !blockedByThem && !blockedByMe;
    return { as: known ? "contact" : stranger, there, quiet: isQuiet(theirs, clock.now()) };
  };
}
