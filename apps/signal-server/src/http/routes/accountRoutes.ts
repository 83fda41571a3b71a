import { type ClientKind, ok } from "@sightline/protocol";
import type { Limits } from "../../domain/ports";
import type { Sessions } from "../../domain/sessions/sessions";
import type { SecondStep } from "../../domain/twoFactor/secondStep";
import type { TwoFactor } from "../../domain/twoFactor/twoFactor";
import type { Accounts } from "../../domain/users/accounts";
import type { SignUpConfirmation } from "../../domain/users/signUpConfirmation";
import { meOf, type User } from "../../domain/users/user";
import type { Exchange, Handlers } from "../handlers";
import { startSession } from "../startSession";

interface AccountPorts {
  readonly accounts: Accounts;
  readonly signUps: SignUpConfirmation;
  readonly sessions: Sessions;
  readonly twoFactor: TwoFactor;
  readonly secondStep: SecondStep;
  readonly limits: Limits;
}

export function accountRoutes(ports: AccountPorts): Pick<Handlers, "signUp" | "logIn" | "logOut" | "me"> {
  const { accounts, signUps, sessions, twoFactor, secondStep, limits } = ports;
  const signIn = (user: User, client: ClientKind, exchange: Exchange) => startSession(sessions, user, client, exchange);
  return {
    async signUp({ body: { client, ...person }, exchange }) {
      const limited = await limits.take("signUp", exchange.address);
      if (limited) return { ok: false, error: limited };
      const made = await signUps.signUp(person, exchange.callerBy(client));
      return made.ok ? signIn(made.value, client, exchange) : made;
    },
    async logIn({ body: { login, password, client }, exchange }) {
      const limited = await limits.take("logIn", exchange.address);
      if (limited) return { ok: false, error: limited };
      const known = await accounts.logIn(login, password, exchange.callerBy(client));
      if (!known.ok) return known;
      const { value: user } = known;
      if (await twoFactor.isOn(user.id)) return ok({ ticket: await secondStep.begin(user) });
      return signIn(user, client, exchange);
    },
    async logOut({ session, exchange }) {
      await sessions.end(session, exchange.caller);
      exchange.clearSessionCookie();
      return ok({});
    },
    me: async ({ session }) => ok(meOf(session.user)),
  };
}
