import { useState } from "react";
import type { MailedLink } from "../../../shared/secretLink";
import { useApp } from "../appContext";
import { useBusy } from "../hooks/useBusy";
import { Button } from "../kit/Button";
import { FormMessage } from "../kit/FormMessage";
import { failureWords } from "../strings/failureWords";
import { t } from "../strings/strings";
import { Heading } from "./Heading";
import styles from "./Session.module.css";

interface ConfirmLinkProps {
  link: MailedLink & { readonly purpose: LinkOf };
  onLeave: () => void;
}

type LinkOf = Exclude<MailedLink["purpose"], "reset">;

/** What the link of a mail leads to that confirms something. It asks first: programs that look at mails open links, too. */
export function ConfirmLink({ link, onLeave }: ConfirmLinkProps) {
  const { intents } = useApp();
  const { purpose, token } = link;
  const words = { email: t.credentials, welcome: t.confirmation }[purpose];
  const [done, setDone] = useState(false);
  const [fault, setFault] = useState<string>();
  const { busy, run } = useBusy();
  const confirm = () =>
    run(async () => {
      setFault(undefined);
      const outcome = await (purpose === "email" ? intents.confirmEmail({ token }) : intents.confirmSignUp({ token }));
      if (outcome.ok) return setDone(true);
      const special = { "proof.invalid": words.linkVoid, "auth.taken": t.credentials.emailTaken };
      setFault(failureWords(outcome.failure, special));
    });
  return (
    <>
      <Heading key={String(done)}>{done ? words.linkDone : words.linkTitle}</Heading>
      <p className={styles.promise}>{words.linkWhy}</p>
      <FormMessage>{fault}</FormMessage>
      {done ? (
        <Button tone="primary" wide onClick={onLeave}>
          {t.credentials.goOn}
        </Button>
      ) : (
        <Button tone="primary" wide busy={busy} onClick={confirm}>
          {words.confirm}
        </Button>
      )}
      {!done && (
        <div className={styles.other}>
          <Button tone="quiet" className={styles.inline} onClick={onLeave}>
            {t.actions.cancel}
          </Button>
        </div>
      )}
    </>
  );
}
