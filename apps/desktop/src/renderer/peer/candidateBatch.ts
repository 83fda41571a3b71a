import { type Candidate, MAX_CANDIDATES_PER_MESSAGE } from "@sightline/protocol";

/** Long enough to catch the host candidates in one message, short enough not to be felt. */
const BATCH_MS = 30;

export interface CandidateBatch {
  add(candidate: Candidate): void;
  /** From now on batches are let out: the description they belong to has gone ahead. */
  open(): void;
  stop(): void;
}

/** Gathers candidates into few messages; each of 1 to 32, in the order they were found. */
export function createCandidateBatch(emit: (candidates: readonly Candidate[]) => void): CandidateBatch {
  let held: Candidate[] = [];
  let isOpen = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    if (!isOpen) return;
    while (held.length > 0) emit(held.splice(0, MAX_CANDIDATES_PER_MESSAGE));
  }

  return {
    add(candidate) {
      held.push(candidate);
      if (held.length >= MAX_CANDIDATES_PER_MESSAGE) flush();
      else timer ??= setTimeout(flush, BATCH_MS);
    },
    open() {
      isOpen = true;
      // What was found meanwhile waits for its turn, so that it follows the description in a message of its own.
      if (held.length > 0) timer ??= setTimeout(flush, BATCH_MS);
    },
    stop() {
      clearTimeout(timer);
      held = [];
      isOpen = false;
    },
  };
}
