import { ok } from "@sightline/protocol";
import type { EventHandlers } from "./bindEvents";

/** The acknowledgement is the whole answer. */
export const pingHandler: Pick<EventHandlers, "signal:ping"> = { "signal:ping": async () => ok({}) };
