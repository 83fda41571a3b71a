import { SignalHigh, SignalLow, SignalMedium } from "lucide-react";
import { useId, useRef, useState } from "react";
import type { CallQualityStore } from "../../callStores";
import { useCallQuality } from "../../hooks/stores";
import { classNames } from "../../kit/classNames";
import { t } from "../../strings/strings";
import styles from "./CallQuality.module.css";
import { QualityDetails } from "./QualityDetails";
import { useEscape } from "./useEscape";

const icons: Record<NonNullable<CallQualityStore["word"]>, typeof SignalHigh> = {
  good: SignalHigh,
  fair: SignalMedium,
  poor: SignalLow,
};

/** How the call is, in one word and with an icon of its own; pressed, it tells what was measured. */
export function CallQuality({ peerName }: { readonly peerName: string }) {
  const word = useCallQuality((quality) => quality.word);
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  useEscape(open, () => {
    setOpen(false);
    button.current?.focus();
  });
  if (!word) return null;
  const Icon = icons[word];
  return (
    <div className={styles.quality}>
      <button
        ref={button}
        type="button"
        className={classNames(styles.button, styles[word])}
        aria-label={t.callQuality.button(t.callQuality.words[word])}
        aria-expanded={open}
        aria-controls={id}
        data-quality={word}
        onClick={() => setOpen(!open)}
      >
        <Icon size={17} aria-hidden="true" />
        {t.callQuality.words[word]}
      </button>
      <section id={id} className={styles.details} aria-label={t.callQuality.title} hidden={!open}>
        {open && <QualityDetails peerName={peerName} />}
      </section>
    </div>
  );
}
