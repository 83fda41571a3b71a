import { createHmac } from "node:crypto";

/** Tells network addresses apart in logs and budgets without naming them. */
export type AddressHash = (address: string) => string;

/** The key must be secret: there are few enough addresses to try them all. 96 bits are plenty to tell them apart. */
export function createAddressHash(key: Buffer): AddressHash {
  return (address) => createHmac("sha256", key).update(address).digest("base64url").slice(0, 16);
}
