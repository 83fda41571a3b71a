import type { BlockRepository } from "./blockList";
import type { ContactRepository } from "./contactBook";

interface WatcherPorts {
  readonly contacts: Pick<ContactRepository, "acceptedOf">;
  readonly blocks: Pick<BlockRepository, "blockedBy" | "blockersOf">;
}

/** Who may see a person's presence: accepted contacts with no block in between, in either direction. */
export function createWatchers({ contacts, blocks }: WatcherPorts) {
  return async (userId: string): Promise<readonly string[]> => {
    const [known, blockers, blocked] = await Promise.all([
      contacts.acceptedOf(userId),
      blocks.blockersOf(userId),
      blocks.blockedBy(userId),
    ]);
    return known.filter((id) => !blockers.has(id) && !blocked.includes(id));
  };
}
