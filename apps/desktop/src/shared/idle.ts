/** After this long without any input nobody is at a device, ms. */
export const IDLE_AFTER_MS = 300_000;
