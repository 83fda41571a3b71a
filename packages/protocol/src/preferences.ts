import { z } from "zod";

/** Whose calls ring: of contacts alone, or of anyone with an account here, where the server allows that. */
export const callableBy = z.enum(["contacts", "anyone"]);
export type CallableBy = z.infer<typeof callableBy>;

/** Who finds a person by their exact e-mail address, once they have proved that it is theirs. */
export const foundByEmail = z.enum(["nobody", "anyone"]);
export type FoundByEmail = z.infer<typeof foundByEmail>;

/** The longest "do not disturb" that ends by itself, seconds: a week. */
export const LONGEST_QUIET_SECONDS = 604_800;

/**
 * While it is on no call rings, callers are told, and contacts see it; null: off. `seconds`: how much longer, by the server's clock
 * (clients' clocks are not trusted), both when it is set and when it is told; null: until it is turned off.
 */
export const doNotDisturb = z
  .object({ seconds: z.number().positive().max(LONGEST_QUIET_SECONDS).nullable() })
  .nullable();
export type DoNotDisturb = z.infer<typeof doNotDisturb>;

/** What a person has set on the server, so that it holds on all their devices. */
export const preferences = z.object({ callableBy, foundByEmail, doNotDisturb });
export type Preferences = z.infer<typeof preferences>;
