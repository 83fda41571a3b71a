export interface MediaDevice {
  readonly deviceId: string;
  /** Empty until permission was given once. */
  readonly label: string;
}
export interface DeviceLists {
  readonly microphones: readonly MediaDevice[];
  readonly cameras: readonly MediaDevice[];
  readonly speakers: readonly MediaDevice[];
}

/** Never rejects: a page without access to devices has none. */
export declare function listDevices(devices: MediaDevices): Promise<DeviceLists>;
/** Calls back (debounced) when a device was plugged in or out; returns the function that unsubscribes. */
export declare function watchDevices(devices: MediaDevices, listener: () => void): () => void;
