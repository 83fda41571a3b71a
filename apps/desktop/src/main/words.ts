/** Every text that the main process shows by itself; the interface has its own catalogue. */
export const words = {
  productName: "Sightline",
  ring: {
    title: (peerName: string) => `${peerName} is calling`,
    body: "Answer or decline in Sightline.",
    answer: "Answer",
    decline: "Decline",
  },
  closeDuringCall: {
    message: "End the call and quit?",
    detail: "You are in a call. Closing Sightline ends it.",
    quit: "End call and quit",
    stay: "Keep talking",
  },
} as const;
