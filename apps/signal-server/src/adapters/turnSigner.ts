import { createHmac } from "node:crypto";
import type { TurnSigner } from "../domain/ports";

/** HMAC over the secret that the TURN servers have, too. SHA-1 is what the scheme and coturn prescribe. */
export function createTurnSigner(secret: string): TurnSigner {
  return {
    // Another hash and a prefix keep the two uses of one secret apart. 128 bits are plenty for a name.
    pseudonym: (userId) =>
      createHmac("sha256", secret).update(`pseudonym ${userId}`).digest().subarray(0, 16).toString("base64url"),
    sign: (username) => createHmac("sha1", secret).update(username).digest("base64"),
  };
}
