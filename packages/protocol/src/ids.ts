import { z } from "zod";

/** Identifies an account; chosen by the server, never reused. */
export const userId = z.uuid();
/** Identifies one call attempt; chosen by the caller's device so that a call can be cancelled before the server answered. */
export const callId = z.uuid();
/**
 * Identifies one running copy of the app (a desktop process, a browser tab), chosen by that copy. Calls ring on
 * all devices of a user and are then bound to one of them. It is no secret: the server scopes it to the session's user.
 */
export const deviceId = z.uuid();

export type UserId = z.infer<typeof userId>;
export type CallId = z.infer<typeof callId>;
export type DeviceId = z.infer<typeof deviceId>;
