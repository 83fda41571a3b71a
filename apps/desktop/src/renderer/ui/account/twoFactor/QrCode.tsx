import { generate } from "lean-qr";
import { toSvgPath } from "lean-qr/extras/svg";
import { t } from "../../strings/strings";
import styles from "./TwoFactor.module.css";

/** Modules of white around the code; scanners need them (ISO/IEC 18004). */
const QUIET = 4;

/** Black on white in every theme: inverted codes are not read by all scanners. */
export function QrCode({ text }: { text: string }) {
  const code = generate(text);
  const side = code.size + 2 * QUIET;
  return (
    <svg
      role="img"
      aria-label={t.twoFactor.picture}
      className={styles.qr}
      viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`}
      shapeRendering="crispEdges"
    >
      <path d={toSvgPath(code)} />
    </svg>
  );
}
