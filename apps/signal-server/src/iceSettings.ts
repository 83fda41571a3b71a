import { iceServer, type IceServer } from "@sightline/protocol";
import { z } from "zod";
import { wantsOurs } from "./domain/ice/iceIssuer";

/** An hour: no credential that leaks is of use for longer, and none is older than a long call needs. */
const MAX_TURN_SECONDS = 3600;
/** Below this a client could not fetch the next ones in time over a slow line. */
const MIN_TURN_SECONDS = 10;

export const iceServerList = z.string().transform((text, context): IceServer[] => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    context.addIssue({ code: "custom", message: 'must be JSON, like [{"urls":["stun:stun.example.org"]}]' });
    return z.NEVER;
  }
  const parsed = z.array(iceServer).max(8).safeParse(value);
  if (parsed.success) return parsed.data;
  context.addIssue({
    code: "custom",
    message: "must be a list of at most 8 { urls, username?, credential? } with stun:, turn: or turns: addresses",
  });
  return z.NEVER;
});

/** 32 characters: whoever has one credential may try secrets against it without asking anybody. */
export const turnSecret = z.string("must be a text").min(32, "must have at least 32 characters (openssl rand -hex 32)");

export const turnSeconds = z.coerce
  .number("must be a number of seconds")
  .int()
  .min(MIN_TURN_SECONDS)
  .max(MAX_TURN_SECONDS, `must be at most ${MAX_TURN_SECONDS}`)
  .default(MAX_TURN_SECONDS);

/** What does not fit together, as pairs of the variable's name and the fault. */
export function turnFaults(servers: readonly IceServer[], secret: string | undefined): [string, string][] {
  const wanting = servers.some(wantsOurs);
  if (wanting && secret === undefined)
    return [["TURN_SECRET", "is needed for turn: addresses without a username and credential in ICE_SERVERS"]];
  if (!wanting && secret !== undefined) return [["TURN_SECRET", "is of no use without a turn: address in ICE_SERVERS"]];
  return [];
}
