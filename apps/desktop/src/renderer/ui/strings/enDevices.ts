/** Words of the device choice. */
export const devices = {
  microphone: "Microphone",
  camera: "Camera",
  speaker: "Speaker",
  sameAsSystem: (name: string | null) => (name ? `Same as system (${name})` : "Same as system"),
  none: "None found",
  speakerByBrowser: "Sound plays where your system sends it.",
  preview: "Camera preview",
  previewOff: "No camera picture",
  chooseSound: "Choose microphone and speaker",
  chooseCamera: "Choose camera",
  voice: "Your voice",
  levelShort: "Level",
  level: "Level of your microphone",
  levelOf: (decibels: number) => `${decibels} dB`,
  noLevel: "Nothing to hear",
  processing: {
    noiseSuppression: "Noise suppression",
    echoCancellation: "Echo cancellation",
    autoGain: "Even loudness",
  },
  processingWhy: {
    noiseSuppression: "Takes out fans, keys and hum. Switch it off for music.",
    echoCancellation: "Keeps what your speakers play out of your microphone. With headphones you can do without.",
    autoGain: "Makes you louder when you are quiet, and quieter when you are loud.",
  },
};
