import { expect, it } from "vitest";
import { createLogInPauses } from "./logInPauses";

function throttle() {
  let now = 0;
  const pauses = createLogInPauses({ now: () => new Date(now) }, 1);
  /** Tries until it is refused; answers the seconds to wait. */
  const pauseOf = async () => {
    for (;;) {
      const refusal = await pauses.tryLogIn("ann");
      if (refusal) return refusal.retryAfterSeconds;
    }
  };
  return { ...pauses, pauseOf, pass: (seconds = 0) => (now += seconds * 1000) };
}

it("R22 the pause doubles with every failure after the fifth, up to 15 minutes", async () => {
  const { tryLogIn, pass } = throttle();
  for (let failures = 0; failures < 5; failures++) expect(await tryLogIn("ann")).toBeNull();
  const waits: (number | undefined)[] = [];
  for (let failures = 5; failures < 20; failures++) {
    const wait = (await tryLogIn("ann"))?.retryAfterSeconds;
    waits.push(wait);
    pass(wait);
    expect(await tryLogIn("ann"), "a try when the pause is over").toBeNull();
  }
  expect(waits.slice(0, 5)).toEqual([1, 2, 4, 8, 16]);
  expect(waits.at(-1)).toBe(900);
});

it("R22 many tries at once are no more than many in a row, and who is refused is not paused for longer", async () => {
  const { tryLogIn, pass } = throttle();
  const atOnce = await Promise.all(Array.from({ length: 100 }, () => tryLogIn("ann")));
  expect(atOnce.filter((refusal) => refusal === null)).toHaveLength(5);
  pass(1);
  expect(await tryLogIn("ann")).toBeNull();
});

it("R22 it is each account's own, and ends with a right password", async () => {
  const { tryLogIn, logInSucceeded, pauseOf, pass } = throttle();
  pass(await pauseOf());
  expect(await tryLogIn("ben")).toBeNull();
  expect(await tryLogIn("ann")).toBeNull();
  await logInSucceeded("ann");
  for (let failures = 0; failures < 5; failures++) expect(await tryLogIn("ann")).toBeNull();
});

it("R22 made-up names do not fill the memory without end", async () => {
  const { tryLogIn, pauseOf } = throttle();
  await pauseOf();
  for (let other = 0; other < 10_000; other++) await tryLogIn(`nobody${other}`);
  expect(await tryLogIn("ann")).toBeNull();
});

it("F14 a try that found the hashing queue full counts as none, however often it is made", async () => {
  const { tryLogIn, logInUnjudged } = throttle();
  for (let tries = 0; tries < 4; tries++) await tryLogIn("ann");
  for (let tries = 0; tries < 20; tries++) {
    expect(await tryLogIn("ann")).toBeNull();
    await logInUnjudged("ann");
  }
  expect(await tryLogIn("ann")).toBeNull();
  expect(await tryLogIn("ann")).not.toBeNull();
});
