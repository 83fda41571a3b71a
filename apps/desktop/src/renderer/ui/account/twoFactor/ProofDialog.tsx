import type { Failure } from "../../appContext";
import { useForm } from "../../hooks/useForm";
import { FormDialog } from "../../kit/FormDialog";
import { t } from "../../strings/strings";
import type { Proof } from "../securityContext";
import { CodeField, checkPassword, PasswordField, proofRefusal } from "./proof";

interface ProofDialogProps {
  title: string;
  why: string;
  danger?: boolean;
  /** Does it; answers why not. */
  onProved: (proof: Proof) => Promise<Failure | null>;
  onClose: () => void;
}

/** Asks for password and code before something great. */
export function ProofDialog({ title, why, danger, onProved, onClose }: ProofDialogProps) {
  const form = useForm({
    first: { password: "", code: "" },
    check: (proof) => ({ ...checkPassword(proof), ...(!proof.code.trim() && { code: t.twoFactor.anyCodeMissing }) }),
    async send(proof) {
      const failure = await onProved(proof);
      if (failure) return proofRefusal(failure);
    },
  });
  return (
    <FormDialog title={title} why={why} action={title} danger={danger} form={form} onClose={onClose}>
      <PasswordField {...form.field("password")} />
      <CodeField kind="any" label={t.twoFactor.anyCode} hint={t.twoFactor.anyCodeHint} {...form.field("code")} />
    </FormDialog>
  );
}
