import type { CallState } from "../call/callState";
import { linkFigures } from "../peer/linkFigures";
import { qualityWord, type SteadyWord, steadyWord } from "../peer/qualityWord";
import type { Stores } from "../ui/appContext";
import type { CallQualityStore } from "../ui/callStores";

const LOOK_MS = 2_000;
const unknown: CallQualityStore = { word: null, figures: null };

/**
 * Looks at the browser's counters as long as a call is connected. The writer of the call quality store.
 *
 * @param stats of the connection; empty when there is none
 */
export function createCallQuality(
  { callQuality: store }: Pick<Stores, "callQuality">,
  stats: () => Promise<RTCStatsReport>,
) {
  let followed: string | null = null;
  let timer: ReturnType<typeof setInterval> | undefined;

  const start = (callId: string) => {
    let before: RTCStatsReport = new Map();
    let shown: SteadyWord | null = null;
    const look = async () => {
      const after = await stats();
      if (followed !== callId) return;
      const figures = linkFigures(before, after);
      before = after;
      if (!figures) return;
      shown = steadyWord(shown, qualityWord(figures));
      store.setState({ word: shown.word, figures });
    };
    void look();
    timer = setInterval(() => void look(), LOOK_MS);
  };

  return {
    follow(state: CallState) {
      const callId = state.phase === "inCall" && state.connectedAt !== null ? state.callId : null;
      if (callId === followed) return;
      followed = callId;
      clearInterval(timer);
      store.setState(unknown);
      if (callId !== null) start(callId);
    },
  };
}
