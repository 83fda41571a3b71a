import { ok, refused, type Result } from "@sightline/protocol";
import type { Limits } from "../../domain/ports";
import type { Session, Sessions } from "../../domain/sessions/sessions";
import type { Reauthentication } from "../../domain/twoFactor/reauthentication";
import type { SecondStep } from "../../domain/twoFactor/secondStep";
import type { TwoFactor } from "../../domain/twoFactor/twoFactor";
import type { Accounts } from "../../domain/users/accounts";
import type { Exchange, Handlers } from "../handlers";
import { renewSession, startSession } from "../startSession";

interface TwoFactorPorts {
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly twoFactor: TwoFactor;
  readonly secondStep: SecondStep;
  readonly reauthentication: Reauthentication;
  readonly limits: Limits;
}

type SetUpHandlers = Pick<Handlers, "twoFactor" | "beginTwoFactor" | "confirmTwoFactor">;
type ProvedHandlers = Pick<Handlers, "endTwoFactor" | "renewRecoveryCodes">;

/** Whatever tries passwords or codes has the budget of log-ins. */
function attempts({ limits }: TwoFactorPorts) {
  return async <T>({ address }: Exchange, go: () => Promise<Result<T>>): Promise<Result<T>> => {
    const refusal = await limits.take("logIn", address);
    return refusal ? { ok: false, error: refusal } : go();
  };
}

/** Logging in with a code after the password, and turning that on and off. */
export function twoFactorRoutes(
  ports: TwoFactorPorts,
): SetUpHandlers & ProvedHandlers & Pick<Handlers, "logInSecondStep"> {
  const { sessions, secondStep } = ports;
  const attempt = attempts(ports);
  return {
    logInSecondStep: ({ body: { ticket, code, client }, exchange }) =>
      attempt(exchange, async () => {
        const finished = await secondStep.finish(ticket, code, exchange.callerBy(client));
        return finished.ok ? startSession(sessions, finished.value, client, exchange) : finished;
      }),
    ...setUp(ports),
    ...proved(ports),
  };
}

function setUp(ports: TwoFactorPorts): SetUpHandlers {
  const { accounts, sessions, twoFactor } = ports;
  const attempt = attempts(ports);
  return {
    twoFactor: async ({ session }) => ok(await twoFactor.statusOf(session.user.id)),
    beginTwoFactor: ({ session, body: { password }, exchange }) =>
      attempt(exchange, async () => {
        const known = await accounts.logIn(session.user.username, password, exchange.caller);
        return known.ok ? twoFactor.begin(session.user) : known;
      }),
    async confirmTwoFactor({ session, body: { code }, exchange }) {
      const confirmed = await twoFactor.confirm(session.user, code, exchange.caller);
      if (!confirmed.ok) return confirmed;
      return ok({ recoveryCodes: confirmed.value, ...(await renewSession(sessions, session, exchange)) });
    },
  };
}

interface Asked {
  readonly session: Session;
  readonly body: { readonly password: string; readonly code: string };
  readonly exchange: Exchange;
}

/** These need password and code, as log-in does, and there is nothing to do where log-in needs none. */
function proved(ports: TwoFactorPorts): ProvedHandlers {
  const { sessions, twoFactor, reauthentication } = ports;
  const attempt = attempts(ports);
  const byProof = <T>({ session: { user }, body, exchange }: Asked, go: () => Promise<T>) =>
    attempt(exchange, async (): Promise<Result<T>> => {
      if (!(await twoFactor.isOn(user.id))) return refused("auth.invalidCode", { field: "code" });
      const known = await reauthentication.prove(user, body, exchange.caller);
      return known.ok ? ok(await go()) : known;
    });
  return {
    endTwoFactor: (asked) =>
      byProof(asked, async () => {
        await twoFactor.turnOff(asked.session.user.id, asked.exchange.caller);
        return renewSession(sessions, asked.session, asked.exchange);
      }),
    renewRecoveryCodes: (asked) =>
      byProof(asked, async () => ({
        recoveryCodes: await twoFactor.renewRecoveryCodes(asked.session.user.id, asked.exchange.caller),
      })),
  };
}
