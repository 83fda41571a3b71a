import { createHash, randomBytes, randomInt, randomUUID } from "node:crypto";
import { CODE_ALPHABET, CODE_LENGTH } from "@sightline/protocol";
import type { Ids } from "../domain/ports";

export const randomIds: Ids = {
  uuid: () => randomUUID(),
  secret: () => randomBytes(32).toString("base64url"),
  code: () => Array.from({ length: CODE_LENGTH }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]).join(""),
  // A plain digest is enough: the secret has 256 random bits, so there is nothing to guess (unlike a password).
  digest: (secret) => createHash("sha256").update(secret).digest("base64url"),
};
