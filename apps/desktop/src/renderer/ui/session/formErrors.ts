import { PASSWORD_MAX_BYTES, displayName, email, password, username } from "@sightline/protocol";
import type { Failure } from "../appContext";
import { t } from "../strings/strings";

export interface SignUpInput {
  readonly name: string;
  readonly username: string;
  readonly email: string;
  readonly password: string;
  readonly repeat: string;
}
export type SignUpErrors = Partial<Record<keyof SignUpInput | "form", string>>;

/** What is wrong with the input, by the server's own schemas, before it is sent. */
export function checkSignUp(input: SignUpInput): SignUpErrors {
  const { invalid } = t.session;
  const errors: SignUpErrors = {};
  if (!displayName.safeParse(input.name).success) errors.name = invalid.name;
  if (!username.safeParse(input.username).success) errors.username = invalid.username;
  if (!email.safeParse(input.email).success) errors.email = invalid.email;
  if (!password.safeParse(input.password).success) errors.password = invalid.password;
  else if (new TextEncoder().encode(input.password).length > PASSWORD_MAX_BYTES)
    errors.password = t.errors["input.passwordTooLong"];
  if (input.repeat !== input.password) errors.repeat = invalid.repeat;
  return errors;
}

/** Words for a refusal, at the field it is about. */
export function signUpRefusal({ code, field, retryAfterSeconds }: Failure): SignUpErrors {
  if (code === "input.passwordTooLong") return { password: t.errors[code] };
  if (code === "auth.taken" && (field === "username" || field === "email")) return { [field]: t.session.taken[field] };
  if (
    code === "input.invalid" &&
    (field === "name" || field === "username" || field === "email" || field === "password")
  )
    return { [field]: t.session.invalid[field] };
  return { form: t.withWait(t.errors[code], retryAfterSeconds) };
}
