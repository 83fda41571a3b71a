import { hkdfSync } from "node:crypto";

/** A key of its own for each purpose (HKDF, RFC 5869), so that none of them tells anything about another. */
export function deriveKey(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "", `sightline ${purpose}`, 32));
}
