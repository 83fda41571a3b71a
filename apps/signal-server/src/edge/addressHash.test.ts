import { expect, it } from "vitest";
import { deriveKey } from "../adapters/deriveKey";
import { createAddressHash } from "./addressHash";

const hashOf = (secret: string) => createAddressHash(deriveKey(secret, "address hashes"));

it("R46 the same address has the same hash at every start and at every server of one key, and no other one", () => {
  const [first, again, stranger] = [hashOf("one key"), hashOf("one key"), hashOf("another key")];
  expect(first("192.0.2.7")).toMatch(/^[\w-]{16}$/);
  expect(again("192.0.2.7")).toBe(first("192.0.2.7"));
  expect(first("192.0.2.8")).not.toBe(first("192.0.2.7"));
  expect(stranger("192.0.2.7")).not.toBe(first("192.0.2.7"));
});
