/** What the people in a call may learn of this network. */
export const privacy = {
  title: "Privacy",
  connectEarly: "Connect while it rings",
  connectEarlyWhy:
    "Calls start the moment they are answered. Your contacts' devices learn your network address when it rings, not only when you answer. No picture or sound is sent before.",
  alwaysRelay: "Always relay calls",
  alwaysRelayWhy:
    "From the next call on, everything goes through your server's relay, so the people you call never learn your network address.",
};
