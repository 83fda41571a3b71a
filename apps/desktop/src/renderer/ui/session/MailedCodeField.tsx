import { mailedCode } from "@sightline/protocol";
import type { ComponentProps } from "react";
import type { Failure } from "../appContext";
import type { FormErrors } from "../hooks/useForm";
import { Field } from "../kit/Field";
import { failureWords } from "../strings/failureWords";
import { t } from "../strings/strings";

/** Is this the whole code? */
export function checkMailedCode({ code }: { readonly code: string }): FormErrors<"code"> {
  return mailedCode.safeParse(code).success ? {} : { code: t.recovery.invalid.code };
}

/** Words for a refusal, at the code where it is what does not work. */
export function mailedCodeRefusal(failure: Failure): FormErrors<"code"> {
  return failure.code === "proof.invalid" ? { code: t.errors[failure.code] } : { form: failureWords(failure) };
}

/** The code of a mail. */
export function MailedCodeField(field: Pick<ComponentProps<typeof Field>, "name" | "value" | "error" | "onChange">) {
  return <Field label={t.recovery.code} hint={t.recovery.codeHint} autoComplete="one-time-code" {...field} />;
}
