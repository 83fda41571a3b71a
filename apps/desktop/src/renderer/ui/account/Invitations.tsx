import type { Invitation } from "@sightline/protocol";
import { Link2 } from "lucide-react";
import { useState } from "react";
import { type Failure, useApp } from "../appContext";
import { useAnswer } from "../hooks/useAnswer";
import { useBusy } from "../hooks/useBusy";
import { Button } from "../kit/Button";
import { Field } from "../kit/Field";
import { FormMessage } from "../kit/FormMessage";
import { failureWords } from "../strings/failureWords";
import { t } from "../strings/strings";
import { when } from "../strings/times";
import styles from "./Invitations.module.css";
import { Loaded } from "./Loaded";

function FreshLink({ link }: { link: string }) {
  const { intents } = useApp();
  return (
    <div className={styles.fresh}>
      <Field
        label={t.invitations.link}
        hint={t.invitations.linkHint}
        value={link}
        readOnly
        onFocus={(event) => event.currentTarget.select()}
      />
      <Button icon={<Link2 size={17} aria-hidden="true" />} onClick={() => void intents.copyInvitation(link)}>
        {t.invitations.copy}
      </Button>
    </div>
  );
}

function Open({
  invitation: { id, expiresAt },
  onGone,
}: {
  invitation: Invitation;
  onGone: (failure?: Failure) => void;
}) {
  const { intents } = useApp();
  const { busy, run } = useBusy();
  const until = when(expiresAt);
  const withdraw = () =>
    run(async () => {
      const outcome = await intents.withdrawInvitation(id);
      onGone(outcome.ok ? undefined : outcome.failure);
    });
  return (
    <li className={styles.line}>
      <span>{t.invitations.until(until)}</span>
      <Button tone="quiet" busy={busy} aria-label={t.invitations.withdrawThis(until)} onClick={withdraw}>
        {t.invitations.withdraw}
      </Button>
    </li>
  );
}

/** Links that let others make an account here. */
export function Invitations() {
  const { intents } = useApp();
  const { answer, again } = useAnswer(intents.openInvitations);
  const [made, setMade] = useState<(Invitation & { readonly link: string }) | null>(null);
  const [message, setMessage] = useState("");
  const { busy, run } = useBusy();
  const make = () =>
    run(async () => {
      const outcome = await intents.makeInvitation();
      setMessage(outcome.ok ? "" : failureWords(outcome.failure));
      if (outcome.ok) setMade(outcome.value);
      await again();
    });
  const gone = (id: string) => (failure?: Failure) => {
    if (made?.id === id) setMade(null);
    setMessage(failure ? failureWords(failure) : "");
    void again();
  };
  return (
    <>
      <p className={styles.why}>{t.invitations.why}</p>
      {made && <FreshLink link={made.link} />}
      <Loaded answer={answer} again={() => void again()}>
        {(invitations) =>
          invitations.length > 0 && (
            <ul className={styles.list}>
              {invitations.map((invitation) => (
                <Open key={invitation.id} invitation={invitation} onGone={gone(invitation.id)} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <div className={styles.make}>
        <Button busy={busy} onClick={make}>
          {t.invitations.make}
        </Button>
      </div>
      <FormMessage>{message}</FormMessage>
    </>
  );
}
