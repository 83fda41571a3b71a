import { expect, test } from "vitest";
import { faultOfNode } from "./nodeVersion.cjs";

test.each(["20.19.0", "20.20.2", "22.12.0", "24.21.0", "26.10.0"])("Node %s will do", (version) => {
  expect(faultOfNode(version)).toBeUndefined();
});

test.each(["0.12.18", "18.20.8", "20.18.3", "21.7.3", "22.11.0"])(
  "Node %s is turned away in one sentence",
  (version) => {
    expect(faultOfNode(version)).toBe(
      `Sightline needs Node 20.19, 22.12 or newer, and this is Node ${version}; get a current one from nodejs.org.`,
    );
  },
);
