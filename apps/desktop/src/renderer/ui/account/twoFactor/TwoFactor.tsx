import { useState } from "react";
import { useApp } from "../../appContext";
import type { Answered } from "../../hooks/useAnswer";
import { Button } from "../../kit/Button";
import { t } from "../../strings/strings";
import { Loaded } from "../Loaded";
import type { Proof, TwoFactorState } from "../securityContext";
import { ProofDialog } from "./ProofDialog";
import { RecoveryCodes } from "./RecoveryCodes";
import { SetUpDialog } from "./SetUpDialog";
import styles from "./TwoFactor.module.css";

interface StandingProps {
  state: TwoFactorState;
  open: (what: Open) => void;
}

function Standing({ state: { on, recoveryCodesLeft }, open }: StandingProps) {
  if (!on)
    return (
      <>
        <p className={styles.why}>{t.twoFactor.off}</p>
        <Button onClick={() => open("setUp")}>{t.twoFactor.setUp}</Button>
      </>
    );
  return (
    <>
      <p className={styles.why}>
        {t.twoFactor.on} {t.twoFactor.codesLeft(recoveryCodesLeft)}
      </p>
      <div className={styles.tools}>
        <Button onClick={() => open("newCodes")}>{t.twoFactor.newCodes}</Button>
        <Button onClick={() => open("turnOff")}>{t.twoFactor.turnOff}</Button>
      </div>
    </>
  );
}

type Open = "setUp" | "turnOff" | "newCodes";

interface TwoFactorProps {
  answer: Answered<TwoFactorState>;
  again: () => Promise<unknown>;
}

/** Two-step log-in: on or off, and the ways between. */
export function TwoFactor({ answer, again }: TwoFactorProps) {
  const { intents } = useApp();
  const [opened, setOpened] = useState<Open | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const close = () => setOpened(null);
  const turnOff = async (proof: Proof) => {
    const outcome = await intents.endTwoFactor(proof);
    if (!outcome.ok) return outcome.failure;
    close();
    await again();
    return null;
  };
  const newCodes = async (proof: Proof) => {
    const outcome = await intents.renewRecoveryCodes(proof);
    if (!outcome.ok) return outcome.failure;
    close();
    setCodes(outcome.value);
    await again();
    return null;
  };
  const { turnOff: off, turnOffWhy, newCodes: fresh, newCodesWhy } = t.twoFactor;
  return (
    <>
      <Loaded answer={answer} again={() => void again()}>
        {(state) => <Standing state={state} open={setOpened} />}
      </Loaded>
      {opened === "setUp" && <SetUpDialog onClose={close} onTurnedOn={() => void again()} />}
      {opened === "turnOff" && <ProofDialog danger title={off} why={turnOffWhy} onProved={turnOff} onClose={close} />}
      {opened === "newCodes" && <ProofDialog title={fresh} why={newCodesWhy} onProved={newCodes} onClose={close} />}
      {codes && <RecoveryCodes codes={codes} onClose={() => setCodes(null)} />}
    </>
  );
}
