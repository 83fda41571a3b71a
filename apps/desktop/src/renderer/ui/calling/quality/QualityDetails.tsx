import type { CallFigures } from "../../callStores";
import { useCallQuality, useSafetyCode } from "../../hooks/stores";
import { t } from "../../strings/strings";
import styles from "./CallQuality.module.css";

const { rows } = t.callQuality;

/** What was measured, row by row; a row that cannot be told is left out. */
function lines({ roundTrip, loss, path, receiving, sending }: CallFigures): readonly (readonly [string, string])[] {
  const { media, nothing, percent } = t.callQuality;
  return [
    ...(roundTrip === null ? [] : [[rows.roundTrip, t.callQuality.roundTrip(roundTrip)] as const]),
    [rows.loss, percent(loss)],
    ...(path ? [[rows.path, t.callQuality.path(path)] as const] : []),
    [rows.audioIn, media(receiving.audio) ?? nothing],
    [rows.audioOut, media(sending.audio) ?? nothing],
    [rows.videoIn, media(receiving.video) ?? nothing],
    [rows.videoOut, media(sending.video) ?? nothing],
  ];
}

/** Two people read it to each other; screen readers say its digits one by one. */
function SafetyCode({ peerName }: { readonly peerName: string }) {
  const code = useSafetyCode((safety) => safety.code);
  if (code === null) return null;
  return (
    <div className={styles.safety}>
      <p>
        {t.callQuality.safetyCode}{" "}
        <output className={styles.code} aria-label={[...code].join(" ")}>
          {t.callQuality.grouped(code)}
        </output>
      </p>
      <p>{t.callQuality.safetyHint(peerName)}</p>
    </div>
  );
}

export function QualityDetails({ peerName }: { readonly peerName: string }) {
  const { word, figures } = useCallQuality((quality) => quality);
  if (!word || !figures) return <p>{t.callQuality.measuring}</p>;
  const advice = t.callQuality.advice[word];
  return (
    <>
      {advice && <p className={styles.advice}>{advice}</p>}
      <dl className={styles.rows}>
        {lines(figures).map(([name, value]) => (
          <div key={name} className={styles.row}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <SafetyCode peerName={peerName} />
    </>
  );
}
