import type { CallFigures } from "../../callStores";
import { useCallQuality } from "../../hooks/stores";
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

export function QualityDetails() {
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
    </>
  );
}
