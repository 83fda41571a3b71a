import type { Me } from "@sightline/protocol";
import { ImagePlus, Trash2 } from "lucide-react";
import { useRef, useState } from "react";
import { type Failure, type Outcome, useApp } from "../../appContext";
import { useBusy } from "../../hooks/useBusy";
import { Avatar } from "../../kit/Avatar";
import { Button } from "../../kit/Button";
import { classNames } from "../../kit/classNames";
import { Dialog } from "../../kit/Dialog";
import { FormMessage } from "../../kit/FormMessage";
import { failureWords } from "../../strings/failureWords";
import { t } from "../../strings/strings";
import { CropView } from "./CropView";
import styles from "./PictureDialog.module.css";
import { cropBytes } from "./pictureFile";
import { useChosenPicture } from "./useChosenPicture";
import { useIncomingFile } from "./useIncomingFile";

/** Sends, and closes when all went well. */
function useSending(onClose: () => void) {
  const [refusal, setRefusal] = useState<Failure | null>(null);
  const { busy, run } = useBusy();
  const send = (ask: () => Promise<Outcome>) =>
    run(async () => {
      const outcome = await ask();
      if (outcome.ok) onClose();
      else setRefusal(outcome.failure);
    });
  return { refusal, forgetRefusal: () => setRefusal(null), busy, send };
}

/** @param props `first`: nothing is chosen yet */
function FileButton({ first, take }: { first: boolean; take: (file: Blob) => void }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept="image/*"
        aria-label={t.picture.file}
        onChange={({ target }) => {
          if (target.files?.[0]) take(target.files[0]);
          // So that the same file can be chosen again.
          target.value = "";
        }}
      />
      <Button
        tone={first ? "primary" : "plain"}
        icon={<ImagePlus size={17} aria-hidden="true" />}
        onClick={() => input.current?.click()}
      >
        {first ? t.picture.choose : t.picture.chooseAnother}
      </Button>
    </>
  );
}

/** Chooses the picture that others see of one, or takes it away. */
export function PictureDialog({ me, onClose }: { me: Me; onClose: () => void }) {
  const { intents } = useApp();
  const { chosen, fault, choose, setCrop } = useChosenPicture();
  const { refusal, forgetRefusal, busy, send } = useSending(onClose);
  const take = (picked: Blob) => {
    forgetRefusal();
    choose(picked);
  };
  const over = useIncomingFile(take);
  const failure = fault ?? refusal;
  const save = () => {
    if (!chosen) return;
    send(async () => {
      const bytes = await cropBytes(chosen.picture, chosen.crop);
      return bytes ? intents.changePicture(bytes) : { ok: false, failure: { code: "picture.unreadable" } };
    });
  };
  return (
    <Dialog
      title={t.picture.title}
      description={t.picture.why}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t.actions.cancel}</Button>
          {chosen && (
            <Button tone="primary" busy={busy} onClick={save}>
              {t.actions.save}
            </Button>
          )}
        </>
      }
    >
      <div className={classNames(styles.content, over && styles.over)}>
        {chosen ? <CropView {...chosen} onChange={setCrop} /> : <Avatar person={me} size={200} />}
        <div className={styles.choices}>
          <FileButton first={!chosen} take={take} />
          {me.picture && !chosen && (
            <Button
              icon={<Trash2 size={17} aria-hidden="true" />}
              busy={busy}
              onClick={() => send(intents.removePicture)}
            >
              {t.picture.remove}
            </Button>
          )}
        </div>
        <FormMessage>{failure && failureWords(failure, { "input.tooLarge": t.picture.tooLarge })}</FormMessage>
      </div>
    </Dialog>
  );
}
