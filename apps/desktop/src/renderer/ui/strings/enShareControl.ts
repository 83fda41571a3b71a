/** Words of the control of a running share, for who shares and for who looks. */
export const shareControl = {
  switch: "Switch",
  switchSource: "Share another window instead",
  pause: "Pause",
  pauseShare: "Pause sharing",
  resume: "Resume",
  resumeShare: "Resume sharing",
  paused: (peerName: string) => `Paused: ${peerName} keeps the last picture`,
  hidden: (peerName: string) => `The window is minimised: ${peerName} sees its last picture`,
  stopKey: (keys: string) => `${keys} stops it from anywhere`,
  stopKeyTaken: (keys: string) => `${keys} belongs to another program`,
  screenShowsAll: "Notifications and this window are seen, too",
  peerPaused: (peerName: string) => `${peerName} paused`,
  peerHidden: (peerName: string) => `${peerName} minimised the window`,
  peerWhy: "This is the last picture.",
};
