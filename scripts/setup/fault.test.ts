import { expect, test } from "vitest";
import { Fault, told } from "./fault.mjs";

test("what the user can put right is one sentence", () => {
  expect(told(new Fault("Port 1 is in use."))).toBe("Port 1 is in use.");
  const refused = Object.assign(new Error("EACCES: permission denied"), { code: "EACCES", path: "/opt/x/.cache" });
  expect(told(refused)).toBe("/opt/x/.cache cannot be written (EACCES); use a copy of this folder that is yours.");
});

test("a fault of ours keeps its stack", () => {
  const bug = new TypeError("x is not a function");
  expect(told(bug)).toBe(bug);
});
