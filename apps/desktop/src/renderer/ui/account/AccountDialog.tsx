import { Dialog } from "../kit/Dialog";
import { useApp } from "../appContext";
import { useServer } from "../hooks/stores";
import { useAnswer } from "../hooks/useAnswer";
import { Section } from "../kit/Section";
import { t } from "../strings/strings";
import { Invitations } from "./Invitations";
import { RecentActivity } from "./RecentActivity";
import { Credentials } from "./Credentials";
import { Devices } from "./Devices";
import { BlockedPeople } from "./BlockedPeople";
import { TwoFactor } from "./twoFactor/TwoFactor";
import { Farewell } from "./Farewell";
import { Profile } from "./Profile";
import { Reachability } from "./Reachability";

/** Everything about oneself on this server, a section per subject. */
export function AccountDialog({ onClose }: { onClose: () => void }) {
  const { intents } = useApp();
  const twoFactor = useAnswer(intents.twoFactor);
  const activity = useAnswer(intents.recentActivity);
  const codeNeeded = twoFactor.answer.is === "there" && twoFactor.answer.value.on;
  // Whatever is done here for the safety of the account is a line of the list at once.
  const refresh = () => void activity.again();
  const inviting = useServer((server) => server.signUp !== "closed");
  return (
    <Dialog title={t.account.title} size="medium" onClose={onClose}>
      <Section title={t.account.profile}>
        <Profile />
      </Section>
      <Section title={t.credentials.title}>
        <Credentials codeNeeded={codeNeeded} onChanged={refresh} />
      </Section>
      <Section title={t.twoFactor.title}>
        <TwoFactor answer={twoFactor.answer} again={() => Promise.all([twoFactor.again(), activity.again()])} />
      </Section>
      <Section title={t.security.devices}>
        <Devices onRevoked={refresh} />
      </Section>
      {inviting && (
        <Section title={t.invitations.title}>
          <Invitations />
        </Section>
      )}
      <Section title={t.security.activity}>
        <RecentActivity answer={activity.answer} again={refresh} />
      </Section>
      <Section title={t.people.reachable}>
        <Reachability codeNeeded={codeNeeded} onProved={refresh} />
      </Section>
      <Section title={t.people.blocked}>
        <BlockedPeople />
      </Section>
      <Section title={t.farewell.title}>
        <Farewell codeNeeded={codeNeeded} onExported={refresh} />
      </Section>
    </Dialog>
  );
}
