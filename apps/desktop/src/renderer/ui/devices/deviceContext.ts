export type DeviceKind = "microphone" | "camera" | "speaker";

export interface DeviceOption {
  readonly deviceId: string;
  readonly label: string;
}

export interface DevicesStore {
  readonly microphones: readonly DeviceOption[];
  readonly cameras: readonly DeviceOption[];
  readonly speakers: readonly DeviceOption[];
  /** Names of what the system uses; null where the browser does not tell. */
  readonly systemMicrophone: string | null;
  readonly systemSpeaker: string | null;
  /** Is the front/back (or next) camera button worth showing? */
  readonly canSwitchCamera: boolean;
  /** The camera being sent faces away from the user: its preview is not mirrored. */
  readonly cameraFacesAway: boolean;
}

/** What the browser does to my voice before it is sent. */
export interface VoiceProcessing {
  readonly noiseSuppression: boolean;
  readonly echoCancellation: boolean;
  readonly autoGain: boolean;
}

/** Devices as chosen; null means whatever the system uses. */
export interface DeviceSettings extends VoiceProcessing {
  readonly microphoneId: string | null;
  readonly cameraId: string | null;
  readonly speakerId: string | null;
}

/** How loud my microphone is; a store of its own, since it changes some twelve times a second. */
export interface VoiceLevelStore {
  /** dB relative to full scale; null while it is not measured. */
  readonly level: number | null;
}

export interface DeviceIntents {
  /** Remembered, and at once in the running call. */
  chooseDevice(kind: DeviceKind, deviceId: string | null): void;
  /** Remembered, and at once in the running call. */
  setProcessing(change: Partial<VoiceProcessing>): void;
  /** Somebody looks at the level of the microphone; nothing is opened for it. */
  watchMicrophone(on: boolean): void;
}
