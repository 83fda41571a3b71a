import type { ClientEventInput, ClientEventName, ClientEventValue, Result } from "@sightline/protocol";
import type { CallEvent } from "../../call/callEvents";
import type { SignalClient } from "../../transport/signalClient";
import type { EffectHandlers } from "../callRunner";

export type Send = <N extends ClientEventName>(
  name: N,
  payload: ClientEventInput<N>,
  patienceMs?: number,
) => Promise<Result<ClientEventValue<N>>>;

export type Post = SignalClient["post"];

type SignalEffects = Pick<
  EffectHandlers,
  | "sendInvite"
  | "sendWarm"
  | "sendAccept"
  | "sendDecline"
  | "sendCancel"
  | "sendHangUp"
  | "sendDescription"
  | "sendCandidates"
>;

interface Options {
  readonly send: Send;
  /** For what must arrive once the server is back, however late: signals, and that it is over. */
  readonly post: Post;
  readonly dispatch: (event: CallEvent) => void;
  /** Called when the server knows of an end we made, so that the history can be read again. */
  readonly onEndTold: () => void;
}

/** Only invite and accept have an answer the machine waits for; the rest the server may refuse without harm. */
export function signalEffects({ send, post, dispatch, onEndTold }: Options): SignalEffects {
  return {
    sendInvite(effect) {
      const { callId } = effect;
      void send("call:invite", payloadOf(effect)).then((result) =>
        dispatch(
          result.ok
            ? { type: "inviteAcknowledged", callId, ringSeconds: result.value.ringSeconds }
            : { type: "inviteRefused", callId, code: result.error.code },
        ),
      );
    },
    sendWarm({ callId }) {
      // Refused where another device of mine connects, or the call rings no more: it is answered without, then.
      void send("call:warm", { callId }).then((result) => result.ok && dispatch({ type: "warmGranted", callId }));
    },
    sendAccept(effect) {
      const { callId } = effect;
      // A server that is just starting again hears of it, too: until then the two may talk, or wait for the connection.
      post({ name: "call:accept", payload: payloadOf(effect) }, (result) =>
        dispatch(
          result.ok
            ? { type: "acceptAcknowledged", callId }
            : { type: "acceptRefused", callId, code: result.error.code },
        ),
      );
    },
    sendDecline: ({ callId }) => post({ name: "call:decline", payload: { callId } }, onEndTold),
    sendCancel: ({ callId }) => post({ name: "call:cancel", payload: { callId } }, onEndTold),
    sendHangUp: ({ callId, reason }) => post({ name: "call:hangUp", payload: { callId, reason } }, onEndTold),
    sendDescription: (effect) => post({ name: "signal:description", payload: payloadOf(effect) }),
    sendCandidates: (effect) =>
      post({ name: "signal:candidates", payload: { ...payloadOf(effect), candidates: [...effect.candidates] } }),
  };
}

/** Such an order says what the message says, and its own name. */
function payloadOf<E extends { readonly type: string }>(effect: E): Omit<E, "type"> {
  const { type, ...payload } = effect;
  void type;
  return payload;
}
