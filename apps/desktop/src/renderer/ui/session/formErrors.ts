import { displayName, email, passwordFault, username } from "@sightline/protocol";
import type { Failure } from "../appContext";
import { invitationIn } from "../../../shared/secretLink";
import type { FormErrors } from "../hooks/useForm";
import { failureWords } from "../strings/failureWords";
import { t } from "../strings/strings";
import type { ServerStore } from "./serverContext";

export interface SignUpInput {
  readonly name: string;
  readonly username: string;
  readonly email: string;
  readonly password: string;
  readonly repeat: string;
  /** The link of an invitation, or its end. */
  readonly invitation: string;
}
type SignUpErrors = FormErrors<keyof SignUpInput>;

type Rules = Pick<ServerStore, "passwordMinLength" | "signUp" | "signUpDomains">;

/** What is wrong with a new password that was typed twice, at sign-up, reset and change alike. */
export function checkNewPassword(
  { password, repeat }: { readonly password: string; readonly repeat: string },
  minLength: number,
): FormErrors<"password" | "repeat"> {
  const { invalid } = t.session;
  const fault = passwordFault(password, minLength);
  return {
    ...(fault && { password: fault === "input.passwordTooShort" ? invalid.password(minLength) : t.errors[fault] }),
    ...(repeat !== password && { repeat: invalid.repeat }),
  };
}

/** What is wrong with the input, by the server's own schemas and what it has said of itself, before it is sent. */
export function checkSignUp(input: SignUpInput, rules: Rules): SignUpErrors {
  const { passwordMinLength, signUp, signUpDomains } = rules;
  const { invalid } = t.session;
  const errors: SignUpErrors = checkNewPassword(input, passwordMinLength);
  if (!displayName.safeParse(input.name).success) errors.name = invalid.name;
  if (!username.safeParse(input.username).success) errors.username = invalid.username;
  const address = email.safeParse(input.email);
  if (!address.success) errors.email = invalid.email;
  else if (signUpDomains.length > 0 && !signUpDomains.some((domain) => address.data.endsWith(`@${domain}`)))
    errors.email = t.invitations.domains(signUpDomains);
  if (signUp !== "open" && invitationIn(input.invitation) === null) errors.invitation = t.invitations.fieldInvalid;
  return errors;
}

/** Words for a new password that the server refused; null: that is not what it refused. */
export function newPasswordRefusal({ code }: Failure): FormErrors<"password"> | null {
  return code.startsWith("input.password") ? { password: t.errors[code] } : null;
}

/** Words for a refusal, at the field it is about. */
export function signUpRefusal(failure: Failure): SignUpErrors {
  const { code, field } = failure;
  if (code === "auth.taken" && (field === "username" || field === "email")) return { [field]: t.session.taken[field] };
  if (code === "input.invalid" && (field === "name" || field === "username" || field === "email"))
    return { [field]: t.session.invalid[field] };
  if (code === "signUp.domain") return { email: t.errors[code] };
  return newPasswordRefusal(failure) ?? { form: failureWords(failure) };
}
