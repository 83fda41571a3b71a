import { z } from "zod";

/** What contacts see: no device connected, at least one, or in a call (ringing does not count). */
export const presence = z.enum(["offline", "online", "inCall"]);
export type Presence = z.infer<typeof presence>;
