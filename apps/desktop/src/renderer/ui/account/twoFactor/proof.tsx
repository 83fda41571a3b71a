import type { ComponentProps } from "react";
import type { Failure } from "../../appContext";
import type { FormErrors } from "../../hooks/useForm";
import { Field } from "../../kit/Field";
import { failureWords } from "../../strings/failureWords";
import { t } from "../../strings/strings";

/** Words for a refusal, at the field it is about. */
export function proofRefusal(failure: Failure): FormErrors<"password" | "code"> {
  const { code } = failure;
  if (code === "auth.invalidCredentials") return { password: t.twoFactor.wrongPassword };
  if (code === "auth.invalidCode") return { code: t.errors[code] };
  return { form: failureWords(failure) };
}

export function checkPassword({ password }: { readonly password: string }): FormErrors<"password"> {
  return password ? {} : { password: t.session.invalid.passwordMissing };
}

/** Is this a whole code of an authenticator app? */
export function checkAppCode({ code }: { readonly code: string }): FormErrors<"code"> {
  return /^\d{6}$/.test(code.replaceAll(/\s/g, "")) ? {} : { code: t.twoFactor.codeInvalid };
}

type InputProps = Pick<ComponentProps<typeof Field>, "name" | "value" | "error" | "onChange">;

export function PasswordField(field: InputProps) {
  return <Field label={t.session.password} type="password" autoComplete="current-password" data-autofocus {...field} />;
}

interface CodeProps extends InputProps {
  label?: string;
  hint?: string;
  /** A recovery code has letters, too. */
  kind?: "app" | "any";
}

/** A code of the authenticator app, which browsers and phones may offer to fill in. */
export function CodeField({ label = t.twoFactor.code, kind = "app", ...field }: CodeProps) {
  const inputMode = kind === "app" ? "numeric" : "text";
  return <Field label={label} inputMode={inputMode} autoComplete="one-time-code" data-autofocus {...field} />;
}

/** A code of either kind after the password, where two-step log-in is on, or where the server says that it is by now. */
export function SecondStepField({ needed, ...field }: InputProps & { needed: boolean }) {
  if (!needed && field.error === undefined && field.value === "") return null;
  return <CodeField kind="any" label={t.twoFactor.anyCode} hint={t.twoFactor.anyCodeHint} {...field} />;
}

export function checkSecondStep({ code }: { readonly code: string }, needed: boolean): FormErrors<"code"> {
  return needed && code.trim() === "" ? { code: t.twoFactor.anyCodeMissing } : {};
}

/** As it is sent: nothing where nothing was asked for. */
export function secondStepCode(code: string): string | undefined {
  return code.trim() || undefined;
}
