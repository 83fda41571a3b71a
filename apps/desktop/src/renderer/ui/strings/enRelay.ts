/** Calls through a relay. */
export const relay = {
  title: "Privacy",
  always: "Always relay calls",
  why: "From the next call on, everything goes through your server's relay, so the people you call never learn your network address.",
};
