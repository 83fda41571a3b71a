import type { AudioPlan, ShareSource } from "../../../shared/sharing";
import { lastShared, loadShareMemory, rememberedSound, rememberShare, saveShareMemory } from "./shareMemory";

export type RecallStorage = Pick<Storage, "getItem" | "setItem">;

/** The picker's memory between shares, kept in the page's storage. */
export function createRecall(storage: RecallStorage) {
  let memory = loadShareMemory(storage);
  let lastId: string | null = null;

  return {
    last: (sources: readonly ShareSource[]): ShareSource | null => lastShared(memory, lastId, sources),
    sound: (source: ShareSource): AudioPlan | null => rememberedSound(memory, source),
    keep(source: ShareSource, chosen: AudioPlan | null): void {
      memory = rememberShare(memory, source, chosen);
      lastId = source.id;
      saveShareMemory(storage, memory);
    },
  };
}
