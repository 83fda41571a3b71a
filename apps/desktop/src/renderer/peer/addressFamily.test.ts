import { expect, test } from "vitest";
import { addressFamily } from "./addressFamily";

test.each([
  ["192.168.1.20", "IPv4"],
  ["2001:db8::1", "IPv6"],
  ["[2001:db8::1]", "IPv6"],
  ["::ffff:10.0.0.1", "IPv6"],
  ["fe80::1%eth0", "IPv6"],
  ["0d4c3f6e-1f0e-4a1c-9f8b-2a9d8a2b8c11.local", null],
  ["relay.example.org", null],
  ["", null],
  [null, null],
  [undefined, null],
])("%s", (address, family) => {
  expect(addressFamily(address)).toBe(family);
});
