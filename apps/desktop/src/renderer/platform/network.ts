/** `changed`: another network, or the same one again. `woke`: this page did not run for a while. */
export type NetworkNews = "changed" | "woke";

/** Where the browser tells it (phones): https://wicg.github.io/netinfo/ */
interface Connection extends EventTarget {
  readonly type?: string;
}

const TICK_MS = 1_000;
/** Timers that are this late, ms, were not just busy. */
const ASLEEP_MS = 5_000;

/** Tells what this device notices of its network and its own sleep. Most browsers on computers notice little. */
export function watchNetwork(tell: (news: NetworkNews) => void): void {
  window.addEventListener("online", () => tell("changed"));
  const { connection } = navigator as { connection?: Connection };
  let type = connection?.type;
  connection?.addEventListener("change", () => {
    // Also sent for each new guess of its speed.
    if (connection.type === type) return;
    type = connection.type;
    tell("changed");
  });
  let last = Date.now();
  setInterval(() => {
    const now = Date.now();
    if (now - last > ASLEEP_MS) tell("woke");
    last = now;
  }, TICK_MS);
}
