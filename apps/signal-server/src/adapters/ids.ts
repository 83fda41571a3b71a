import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { Ids } from "../domain/ports";

export const randomIds: Ids = {
  uuid: () => randomUUID(),
  secret: () => randomBytes(32).toString("base64url"),
  // A plain digest is enough: the secret has 256 random bits, so there is nothing to guess (unlike a password).
  digest: (secret) => createHash("sha256").update(secret).digest("base64url"),
};
