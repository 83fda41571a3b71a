/** Every text that the main process shows by itself; the interface has its own catalogue. */
export const words = {
  productName: "Sightline",
  overlay: "Sightline: shared",
  ring: {
    title: (peerName: string) => `${peerName} is calling`,
    body: "Answer or decline in Sightline.",
    answer: "Answer",
    decline: "Decline",
  },
  share: {
    hint: (what: string) => `Sightline: sharing ${what}`,
    pausedHint: (what: string) => `Sightline: sharing of ${what} is paused`,
    something: "a window",
    stop: (keys: string | null) => (keys ? `Stop sharing (${keys})` : "Stop sharing"),
    pause: "Pause sharing",
    resume: "Resume sharing",
    show: "Show Sightline",
  },
  closeDuringCall: {
    message: "End the call and quit?",
    detail: "You are in a call. Closing Sightline ends it.",
    quit: "End call and quit",
    stay: "Keep talking",
  },
} as const;
