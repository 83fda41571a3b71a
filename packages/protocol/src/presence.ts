import { z } from "zod";

const words = z.enum([
  /** No device is connected. */
  "offline",
  /** Devices are connected, but nobody is at any of them. */
  "away",
  /** Somebody is at a connected device. */
  "online",
  /** In an answered call; ringing does not count. */
  "inCall",
  /** Connected, and calls do not ring: the person has said so. */
  "doNotDisturb",
]);

/**
 * The one word that contacts, and nobody else, see of a person. A word of a newer server is read as `online`: whoever has one
 * is connected in some way.
 */
export const presence = words.or(
  z
    .string()
    .max(40)
    .transform((): "online" => "online"),
);
export type Presence = z.output<typeof presence>;
