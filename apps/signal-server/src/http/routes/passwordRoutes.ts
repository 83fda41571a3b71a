import { ok } from "@sightline/protocol";
import type { Sessions } from "../../domain/sessions/sessions";
import type { EmailChange } from "../../domain/users/emailChange";
import type { PasswordChange } from "../../domain/users/passwordChange";
import type { PasswordReset } from "../../domain/users/passwordReset";
import type { SignUpConfirmation } from "../../domain/users/signUpConfirmation";
import { meOf } from "../../domain/users/user";
import type { Handlers } from "../handlers";
import { renewSession } from "../startSession";

interface PasswordPorts {
  readonly passwordReset: PasswordReset;
  readonly passwordChange: PasswordChange;
  readonly emailChange: EmailChange;
  readonly signUps: SignUpConfirmation;
  readonly sessions: Sessions;
}

type PasswordHandlers = Pick<
  Handlers,
  | "askPasswordReset"
  | "resetPassword"
  | "changePassword"
  | "askEmailChange"
  | "confirmEmailByCode"
  | "confirmEmailByLink"
  | "confirmSignUp"
  | "askConfirmation"
>;

export function passwordRoutes(ports: PasswordPorts): PasswordHandlers {
  const { passwordReset, passwordChange, emailChange, signUps, sessions } = ports;
  return {
    askPasswordReset: ({ body, exchange }) => passwordReset.ask(body.email, exchange.caller),
    resetPassword: ({ body, exchange }) => passwordReset.use(body.proof, body.password, exchange.caller),
    async changePassword({ session, body, exchange }) {
      const changed = await passwordChange.change(session, body, exchange.caller);
      return changed.ok ? ok(await renewSession(sessions, session, exchange)) : changed;
    },
    confirmSignUp: ({ body, exchange }) => signUps.confirm(body.proof, exchange.caller),
    askConfirmation: ({ body, exchange }) => signUps.askAgain(body.login, exchange.caller),
    askEmailChange: ({ session, body, exchange }) => emailChange.ask(session.user, body, exchange.caller),
    async confirmEmailByCode({ session, body, exchange }) {
      const changed = await emailChange.confirmByCode(session.user, body.code, exchange.caller);
      return changed.ok ? ok(meOf(changed.value)) : changed;
    },
    async confirmEmailByLink({ body, exchange }) {
      const changed = await emailChange.confirmByLink(body.token, exchange.caller);
      return changed.ok ? ok({}) : changed;
    },
  };
}
