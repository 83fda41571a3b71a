import { expect, it } from "vitest";
import { createLogInPauses } from "./logInPauses";

function throttle() {
  let now = 0;
  const pauses = createLogInPauses({ now: () => new Date(now) }, 1);
  const waitOf = async () => (await pauses.logInPause("ann"))?.retryAfterSeconds ?? 0;
  return { ...pauses, waitOf, pass: (seconds: number) => (now += seconds * 1000) };
}

it("R22 the pause doubles with every failure after the fifth, up to 15 minutes", async () => {
  const { logInFailed, waitOf, pass } = throttle();
  const waits: number[] = [];
  for (let failures = 0; failures < 20; failures++) {
    await logInFailed("ann");
    waits.push(await waitOf());
    pass(await waitOf());
    expect(await waitOf()).toBe(0);
  }
  expect(waits.slice(0, 9)).toEqual([0, 0, 0, 0, 1, 2, 4, 8, 16]);
  expect(waits.at(-1)).toBe(900);
});

it("R22 it is each account's own, and ends with a right password", async () => {
  const { logInFailed, logInSucceeded, logInPause, waitOf, pass } = throttle();
  for (let failures = 0; failures < 8; failures++) await logInFailed("ann");
  expect(await logInPause("ben")).toBeNull();
  pass(await waitOf());
  await logInSucceeded("ann");
  await logInFailed("ann");
  expect(await waitOf()).toBe(0);
});

it("R22 made-up names do not fill the memory without end", async () => {
  const { logInFailed, waitOf } = throttle();
  for (let failures = 0; failures < 8; failures++) await logInFailed("ann");
  for (let other = 0; other < 10_000; other++) await logInFailed(`nobody${other}`);
  expect(await waitOf()).toBe(0);
});
