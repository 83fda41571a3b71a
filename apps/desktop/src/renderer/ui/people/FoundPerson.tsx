import type { UserSummary } from "@sightline/protocol";
import { Phone, X } from "lucide-react";
import { type Failure, useApp } from "../appContext";
import { usePeople, useSession } from "../hooks/stores";
import { useBusy } from "../hooks/useBusy";
import { Avatar } from "../kit/Avatar";
import { Button } from "../kit/Button";
import { classNames } from "../kit/classNames";
import { IconButton } from "../kit/IconButton";
import { t } from "../strings/strings";
import pane from "./PeoplePane.module.css";

interface FoundPersonProps {
  user: UserSummary;
  onDone: () => void;
  onFail: (failure: Failure) => void;
}

/** The card of who was found, with what can be done next. */
export function FoundPerson({ user, onDone, onFail }: FoundPersonProps) {
  const { intents } = useApp();
  const me = useSession((session) => session.me);
  const known = usePeople((people) => people.contacts.find((contact) => contact.user.id === user.id));
  const callable = usePeople((people) => people.rules?.strangerCalls === true);
  const { busy, run } = useBusy();
  const request = () =>
    run(async () => {
      const outcome = await intents.requestContact(user.username);
      if (outcome.ok) onDone();
      else onFail(outcome.failure);
    });
  const open = () => {
    intents.selectPerson(user.id);
    onDone();
  };
  return (
    <div className={classNames(pane.row, pane.request)} role="group" aria-label={t.people.found}>
      <Avatar person={user} />
      <span className={pane.names}>
        <span className={pane.name}>{user.name}</span>
        <span className={pane.detail}>@{user.username}</span>
      </span>
      <IconButton label={t.actions.dismiss} icon={<X size={16} aria-hidden="true" />} onClick={onDone} />
      {user.id === me?.id && <span className={pane.detail}>{t.people.you}</span>}
      {known?.state === "outgoing" && <span className={pane.detail}>{t.people.waiting}</span>}
      {known?.state === "accepted" && (
        <span className={pane.actions}>
          <Button className={pane.small} onClick={open}>
            {t.actions.open}
          </Button>
        </span>
      )}
      {user.id !== me?.id && (!known || known.state === "incoming") && (
        <span className={pane.actions}>
          {callable && (
            <Button
              className={pane.small}
              icon={<Phone size={15} aria-hidden="true" />}
              onClick={() => intents.call(user, "audio")}
            >
              {t.calls.call}
            </Button>
          )}
          <Button tone="primary" className={pane.small} busy={busy} onClick={request}>
            {t.actions.addPerson}
          </Button>
        </span>
      )}
    </div>
  );
}
