import { useEffect, useState } from "react";
import { t } from "../../strings/strings";
import text from "../../styles/text.module.css";
import { useShareView } from "./shareViewContext";
import styles from "./ShareView.module.css";
import type { Viewport } from "./viewport";

/** A size that still changes is not worth saying. */
const SETTLED_AFTER_MS = 500;

function wordsOf({ mode, zoom }: Viewport): string {
  return mode === "free" ? t.shareView.sizes.free(t.shareView.percent(zoom)) : t.shareView.sizes[mode];
}

/** How large the share is seen, once it changed and stays so; empty before. */
function useSizeWords(): string {
  const { viewport } = useShareView();
  const words = viewport ? wordsOf(viewport) : "";
  const [first, setFirst] = useState(words);
  const [said, setSaid] = useState("");
  // How it begins is not news.
  if (first === "" && words !== "") setFirst(words);
  useEffect(() => {
    if (words === first && said === "") return;
    const timer = setTimeout(() => setSaid(words), SETTLED_AFTER_MS);
    return () => clearTimeout(timer);
  }, [words, first, said]);
  return said;
}

/** Reads out, politely, what the viewer's wishes came to. */
export function ShareViewStatus({ refused }: { refused: boolean }) {
  const size = useSizeWords();
  return (
    <p className={refused ? styles.refused : text.hidden} role="status" aria-label={t.shareView.size}>
      {refused ? t.shareView.popOutRefused : size}
    </p>
  );
}
