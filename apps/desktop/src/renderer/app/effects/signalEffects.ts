import type { ClientEventInput, ClientEventName, ClientEventValue, Result } from "@sightline/protocol";
import type { CallEvent } from "../../call/callEvents";
import type { EffectHandlers } from "../callRunner";

export type Send = <N extends ClientEventName>(
  name: N,
  payload: ClientEventInput<N>,
) => Promise<Result<ClientEventValue<N>>>;

type SignalEffects = Pick<
  EffectHandlers,
  "sendInvite" | "sendAccept" | "sendDecline" | "sendCancel" | "sendHangUp" | "sendDescription" | "sendCandidates"
>;

interface Options {
  readonly send: Send;
  readonly dispatch: (event: CallEvent) => void;
  /** Called when the server knows of an end we made, so that the history can be read again. */
  readonly onEndTold: () => void;
}

/** Only invite and accept have an answer the machine waits for; the rest the server may refuse without harm. */
export function signalEffects({ send, dispatch, onEndTold }: Options): SignalEffects {
  const tellEnd = (sent: Promise<unknown>) => void sent.then(onEndTold);
  return {
    sendInvite({ callId, to, kind, offer }) {
      void send("call:invite", { callId, to, kind, offer }).then((result) =>
        dispatch(
          result.ok
            ? { type: "inviteAcknowledged", callId, ringSeconds: result.value.ringSeconds }
            : { type: "inviteRefused", callId, code: result.error.code },
        ),
      );
    },
    sendAccept({ callId, instead }) {
      void send("call:accept", instead ? { callId, instead } : { callId }).then((result) =>
        dispatch(
          result.ok
            ? { type: "acceptAcknowledged", callId }
            : { type: "acceptRefused", callId, code: result.error.code },
        ),
      );
    },
    sendDecline: ({ callId }) => tellEnd(send("call:decline", { callId })),
    sendCancel: ({ callId }) => tellEnd(send("call:cancel", { callId })),
    sendHangUp: ({ callId, reason }) => tellEnd(send("call:hangUp", { callId, reason })),
    sendDescription: ({ callId, description }) => void send("signal:description", { callId, description }),
    sendCandidates: ({ callId, candidates }) => void send("signal:candidates", { callId, candidates: [...candidates] }),
  };
}
