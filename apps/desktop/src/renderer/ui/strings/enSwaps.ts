/** Words of a notice, by the name of who and of which device it is about. */
export type NoticeWords = (peerName: string, device?: string, instead?: string) => string;

/** Words of devices that come and go by themselves. */
export const swaps = {
  microphoneGone: (_, device = "Your microphone", instead = "your system's microphone") =>
    `${device} was unplugged. Using ${instead}.`,
  microphoneBack: (_, device = "Your microphone") => `${device} is back and is your microphone again.`,
  microphoneSystem: (_, device = "another microphone") =>
    `Your system switched to ${device}. It is your microphone now.`,
  speakerGone: (_, device = "Your speaker", instead = "your system's speaker") =>
    `${device} was unplugged. The sound now comes from ${instead}.`,
  speakerBack: (_, device = "Your speaker") => `${device} is back and plays the call again.`,
  speakerSystem: (_, device = "another speaker") => `Your system switched to ${device}. It plays the call now.`,
  cameraLost: (_, device = "") => `${device || "Your camera"} was unplugged. Your camera is off.`,
} satisfies Record<string, NoticeWords>;
