import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestServer, type TestServer } from "../testing/testServer";

let server: TestServer;
beforeAll(async () => {
  // Dear enough that what is compared is the hash and not the noise of the machine.
  server = await createTestServer({ config: { bcryptCost: 9 } });
  await server.person("known");
});
afterAll(() => server.close());

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** Both in turn, so that whatever else the machine does happens to both; how far their medians are apart, as a share. */
async function difference(pairs: number, one: () => Promise<unknown>, other: () => Promise<unknown>) {
  const [ones, others]: [number[], number[]] = [[], []];
  for (let pair = 0; pair < pairs; pair++) {
    // Who goes first changes too: the second might find something warm.
    if (pair % 2) ones.push(await timed(one));
    others.push(await timed(other));
    if (pair % 2 === 0) ones.push(await timed(one));
  }
  return Math.abs(median(ones) - median(others)) / Math.max(median(ones), median(others));
}

/** The best of three: a leak is there each time, a hiccup of the machine is not. */
async function bestDifference(...given: Parameters<typeof difference>): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 3 && best >= 0.1; round++) best = Math.min(best, await difference(...given));
  return best;
}

const logIn = (login: string) => server.call("logIn", { login, password: "wrong password", client: "desktop" });

describe("R21 whether somebody has an account", () => {
  it("a log-in tells by neither status, body nor time: 200 samples", { timeout: 180_000 }, async () => {
    const seen = async (login: string) => {
      const { status, result } = await logIn(login);
      return { status, result };
    };
    for (const [known, unknown] of [
      ["known", "unknown"],
      ["known@example.org", "unknown@example.org"],
    ] as const) {
      expect(await seen(known)).toEqual(await seen(unknown));
    }
    expect(
      await bestDifference(
        100,
        () => logIn("known"),
        () => logIn("unknown"),
      ),
    ).toBeLessThan(0.1);
  });

  it("a difference would be seen", async () => {
    const info = () => server.call("serverInfo", {});
    expect(await difference(10, () => logIn("known"), info)).toBeGreaterThan(0.5);
  });
});
