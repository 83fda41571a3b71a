import { useApp } from "../appContext";
import { useSession } from "../hooks/stores";
import { useForm } from "../hooks/useForm";
import { Field } from "../kit/Field";
import { FormDialog } from "../kit/FormDialog";
import { failureWords } from "../strings/failureWords";
import { t } from "../strings/strings";
import { checkSecondStep, SecondStepField, secondStepCode } from "./twoFactor/proof";

/** Says what will be gone, and asks for what log-in asks for: nobody else's hand shall do this at an open screen. */
export function DeleteAccountDialog({ codeNeeded, onClose }: { codeNeeded: boolean; onClose: () => void }) {
  const { intents } = useApp();
  const me = useSession((session) => session.me);
  const form = useForm({
    first: { password: "", code: "" },
    check: (input) => ({
      ...(input.password === "" && { password: t.farewell.passwordMissing }),
      ...checkSecondStep(input, codeNeeded),
    }),
    async send({ password, code }) {
      const outcome = await intents.deleteAccount({ password, code: secondStepCode(code) });
      if (outcome.ok) return;
      if (outcome.failure.code === "auth.invalidCode") return { code: failureWords(outcome.failure) };
      return { password: failureWords(outcome.failure, { "auth.invalidCredentials": t.farewell.passwordWrong }) };
    },
  });
  const { deleteTitle, deleteWhy, confirm } = t.farewell;
  return (
    <FormDialog title={deleteTitle} why={deleteWhy} action={confirm} danger form={form} onClose={onClose}>
      {/* For password managers, which ask whose password it is. */}
      <input type="text" hidden readOnly autoComplete="username" value={me?.username ?? ""} />
      <Field
        label={t.farewell.password}
        type="password"
        autoComplete="current-password"
        data-autofocus
        {...form.field("password")}
      />
      <SecondStepField needed={codeNeeded} {...form.field("code")} />
    </FormDialog>
  );
}
