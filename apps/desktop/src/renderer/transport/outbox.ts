import type { ClientEventInput, ClientEventName, Result } from "@sightline/protocol";

/** What must reach the server even if it is away right now. Nothing of it does harm when it arrives twice. */
export type LastingEvent = Extract<
  ClientEventName,
  "call:accept" | "call:hangUp" | "call:cancel" | "call:decline" | "signal:description" | "signal:candidates"
>;

type Letter = { [N in LastingEvent]: { readonly name: N; readonly payload: ClientEventInput<N> } }[LastingEvent];
type Waiting = Letter & { readonly onAnswer: (answer: Result<unknown>) => void; underway: boolean };

interface Options {
  readonly ask: (name: LastingEvent, payload: Letter["payload"]) => Promise<Result<unknown>>;
  readonly isOnline: () => boolean;
}

export interface Outbox {
  /**
   * Sends now, or as soon as there is a connection, and again until the server has answered. In order, in which the server
   * handles what one socket says: a call that was accepted and hung up meanwhile is both.
   */
  post(letter: Letter, onAnswer?: (answer: Result<unknown>) => void): void;
  /** There is a connection (again). */
  online(): void;
  /** Nothing is sent any more. */
  clear(): void;
}

/** Wait before asking a server again that was there and could not answer, ms. */
const AGAIN_MS = 2_000;

export function createOutbox({ ask, isOnline }: Options): Outbox {
  let letters: Waiting[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  const sendAll = () => {
    for (const letter of letters) if (!letter.underway) void send(letter);
  };
  const send = async (letter: Waiting) => {
    letter.underway = true;
    const answer = await ask(letter.name, letter.payload);
    letter.underway = false;
    if (!letters.includes(letter)) return;
    if (!answer.ok && answer.error.code === "server.unavailable") {
      clearTimeout(timer);
      if (isOnline()) timer = setTimeout(sendAll, AGAIN_MS);
      return;
    }
    letters = letters.filter((each) => each !== letter);
    letter.onAnswer(answer);
  };

  return {
    post(letter, onAnswer = () => {}) {
      letters = [...letters.filter((earlier) => !outdates(letter, earlier)), { ...letter, onAnswer, underway: false }];
      if (isOnline()) sendAll();
    },
    online: sendAll,
    clear() {
      clearTimeout(timer);
      letters = [];
    },
  };
}

/** A description holds all that is known by then; after the end no signal matters any more. Candidates and an acceptance only add. */
function outdates(letter: Letter, earlier: Letter): boolean {
  const adds = letter.name === "signal:candidates" || letter.name === "call:accept";
  return !adds && isSignal(earlier) && letter.payload.callId === earlier.payload.callId;
}

function isSignal({ name }: Letter): boolean {
  return name === "signal:description" || name === "signal:candidates";
}
