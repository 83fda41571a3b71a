import { z } from "zod";
import { presence } from "./presence";
import { userSummary } from "./user";

/** `incoming`: they asked me; `outgoing`: I asked them; `accepted`: both may call and see presence. */
export const contactState = z.enum(["accepted", "incoming", "outgoing"]);
export type ContactState = z.infer<typeof contactState>;

/** A row of my people list. Presence is always `offline` until the contact is accepted. */
export const contact = z.object({ user: userSummary, state: contactState, presence });
export type Contact = z.infer<typeof contact>;
