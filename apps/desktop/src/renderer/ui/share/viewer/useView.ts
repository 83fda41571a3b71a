import { useCallback, useMemo, useState } from "react";
import { afterResize, FIT, layOut, type Surroundings, type ViewChoice, type Viewport } from "./viewport";

export interface ViewControl {
  /** Null before the first picture. */
  readonly viewport: Viewport | null;
  /** Chooses anew, from how the picture lies at that moment. */
  change(next: (from: Viewport) => ViewChoice): void;
}

/** The viewer's choice, kept while room and picture change. */
export function useView(given: Surroundings | null): ViewControl {
  const [choice, setChoice] = useState<ViewChoice>(FIT);
  const picture = given?.picture ?? null;
  const [drawn, setDrawn] = useState(picture);
  // While rendering, not in an effect: not a single frame is drawn at a wrong size.
  if (picture && drawn !== picture) {
    setDrawn(picture);
    if (drawn) setChoice(afterResize(choice, drawn, picture));
  }
  const change = useCallback(
    (next: (from: Viewport) => ViewChoice) => {
      if (given) setChoice((now) => next(layOut(now, given)));
    },
    [given],
  );
  const viewport = useMemo(() => given && layOut(choice, given), [choice, given]);
  return { viewport, change };
}
