import type { SignUpPolicy } from "@sightline/protocol";
import { Info } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useApp } from "../appContext";
import { useMailedLink, useServer, useSession } from "../hooks/stores";
import { Button } from "../kit/Button";
import { Mark } from "../kit/Mark";
import { t } from "../strings/strings";
import { OutdatedNote } from "../people/ConnectionBanner";
import { GuestEntrance, RoomInvitation } from "../rooms/RoomGate";
import { ConfirmLink } from "./ConfirmLink";
import { ConfirmSignUp } from "./ConfirmSignUp";
import { ForgottenPassword } from "./ForgottenPassword";
import { Heading } from "./Heading";
import { Illustration } from "./Illustration";
import { LogInForm } from "./LogInForm";
import { ServerAddressDialog } from "./ServerAddressDialog";
import styles from "./Session.module.css";
import { SecondStepForm } from "./SecondStepForm";
import { SignUpForm } from "./SignUpForm";

function ServerLine() {
  const { platform } = useApp();
  const [changing, setChanging] = useState(false);
  return (
    <div className={styles.server}>
      <span className={styles.address}>
        {t.server.short} {platform.serverAddress}
      </span>
      <Button tone="quiet" className={styles.inline} aria-label={t.server.change} onClick={() => setChanging(true)}>
        {t.actions.change}
      </Button>
      {changing && <ServerAddressDialog onClose={() => setChanging(false)} />}
    </div>
  );
}

function Note({ children }: { children: ReactNode }) {
  return (
    <div role="status">
      {children && (
        <p className={styles.ended}>
          <Info size={18} aria-hidden="true" /> {children}
        </p>
      )}
    </div>
  );
}

function newcomerWords(signUp: SignUpPolicy, invited: boolean): string {
  if (invited) return t.invitations.invited;
  return signUp === "open" ? t.app.promise : t.invitations.needed;
}

function SecondStep() {
  return (
    <>
      <Heading>{t.twoFactor.logIn.title}</Heading>
      <SecondStepForm />
    </>
  );
}

/** Why somebody who was logged in sees this screen. */
function EndedNote() {
  const ended = useSession((session) => session.endedHere);
  return <Note>{ended && t.security.loggedOutHere}</Note>;
}

interface EntranceProps {
  knownLogin: string;
  onForgotten: () => void;
  onUnconfirmed: (login: string) => void;
}

function Entrance({ onUnconfirmed, ...logIn }: EntranceProps) {
  const { signUp, invitation } = useServer((server) => server);
  const invited = invitation !== null;
  const [chosen, setChosen] = useState<boolean | null>(null);
  const isNew = chosen ?? invited;
  const closed = signUp === "closed" && !invited;
  return (
    <>
      <Heading key={String(isNew)}>{isNew ? t.session.welcome : t.session.welcomeBack}</Heading>
      <p className={styles.promise}>{isNew ? newcomerWords(signUp, invited) : t.app.promise}</p>
      {isNew && !closed ? (
        <SignUpForm key={invitation} onUnconfirmed={onUnconfirmed} />
      ) : (
        <LogInForm {...logIn} onUnconfirmed={onUnconfirmed} />
      )}
      <p className={styles.other}>
        {closed ? t.invitations.closed : isNew ? t.session.haveAccount : t.session.newHere}
        {!closed && (
          <Button tone="quiet" className={styles.inline} onClick={() => setChosen(!isNew)}>
            {isNew ? t.session.logIn : t.session.signUp}
          </Button>
        )}
      </p>
      <GuestEntrance />
    </>
  );
}

type Place = { readonly at: "entrance" | "forgotten" } | { readonly at: "unconfirmed"; readonly login: string };

/** What is new to somebody who is back at the log-in, and what they log in with, where it is known. */
interface News {
  readonly said: string;
  readonly login: string;
}

function Card({ news, onNews }: { news: News | null; onNews: (news: News | null) => void }) {
  const { intents } = useApp();
  const link = useMailedLink();
  const codeAsked = useSession((session) => session.codeAsked);
  const [place, setPlace] = useState<Place>({ at: link?.purpose === "reset" ? "forgotten" : "entrance" });
  const leave = (said: string | null, login = "") => {
    setPlace({ at: "entrance" });
    onNews(said === null ? null : { said, login });
    intents.forgetMailedLink();
  };
  if (link && link.purpose !== "reset") {
    return <ConfirmLink link={{ ...link, purpose: link.purpose }} onLeave={() => leave(null)} />;
  }
  if (link || place.at === "forgotten") {
    return <ForgottenPassword onDone={(email) => leave(t.recovery.done, email)} onBack={() => leave(null)} />;
  }
  if (codeAsked) return <SecondStep />;
  if (place.at === "unconfirmed") {
    const { login } = place;
    return <ConfirmSignUp login={login} onDone={() => leave(t.confirmation.done, login)} onBack={() => leave(null)} />;
  }
  return (
    <Entrance
      knownLogin={news?.login ?? ""}
      onForgotten={() => setPlace({ at: "forgotten" })}
      onUnconfirmed={(login) => setPlace({ at: "unconfirmed", login })}
    />
  );
}

/** Log in, sign up, get a new password, or what the link of a mail leads to. */
export function Welcome() {
  const { platform } = useApp();
  const outdated = useSession((session) => session.connection === "outdated");
  const [news, setNews] = useState<News | null>(null);
  return (
    <div className={styles.welcome}>
      <main className={styles.column}>
        <p className={styles.brand}>
          <Mark size={30} />
          {t.app.name}
        </p>
        <div role="status">{outdated && <OutdatedNote />}</div>
        {news === null ? <EndedNote /> : <Note>{news.said}</Note>}
        <RoomInvitation />
        <div className={styles.card}>
          <Card news={news} onNews={setNews} />
        </div>
        {platform.kind === "desktop" && <ServerLine />}
      </main>
      <Illustration />
    </div>
  );
}
