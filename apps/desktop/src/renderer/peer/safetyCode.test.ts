import type { SafetyMessage } from "@sightline/protocol";
import fc from "fast-check";
import { expect, it } from "vitest";
import { createSafetyCode, fingerprintsOf } from "./safetyCode";

const hexOf = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 15 }), { minLength: length, maxLength: length })
    .map((all) => all.map((digit) => digit.toString(16)).join(""));
const nonce = hexOf(32);
const fingerprint = fc.array(hexOf(2), { minLength: 32, maxLength: 32 }).map((pairs) => pairs.join(":").toUpperCase());
// Six digits of two sides are alike once in a million by chance: with a seed such a case would be found once, not now and then.
const always = { seed: 20_261_130, numRuns: 200 };

type Way = (message: SafetyMessage) => void;

function side(role: "caller" | "callee", own: string, theirs: string, chosen: string, send: Way) {
  const told: string[] = [];
  const code = createSafetyCode({
    role,
    send,
    fingerprints: async () => ({ own, theirs }),
    tell: (digits) => told.push(digits),
    nonce: () => chosen,
  });
  return { told, code };
}

interface Keys {
  readonly caller: readonly [own: string, theirs: string];
  readonly callee: readonly [own: string, theirs: string];
}

/** Caller and callee; `between` may change what goes to either. */
async function exchange(keys: Keys, nonces: [string, string], between = (message: SafetyMessage) => message) {
  const onTheWay: { to: "caller" | "callee"; message: SafetyMessage }[] = [];
  const way = (to: "caller" | "callee") => (message: SafetyMessage) => void onTheWay.push({ to, message });
  const ends = {
    caller: side("caller", ...keys.caller, nonces[0], way("callee")),
    callee: side("callee", ...keys.callee, nonces[1], way("caller")),
  };
  await ends.caller.code.begin();
  await ends.callee.code.begin();
  for (let next = onTheWay.shift(); next; next = onTheWay.shift()) await ends[next.to].code.hear(between(next.message));
  return { caller: ends.caller.told, callee: ends.callee.told };
}

it("R6 two who use each other's keys have one code of six digits, another one for each call", async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fingerprint, fingerprint, nonce, nonce, async (a, b, n, m) => {
      const { caller, callee } = await exchange({ caller: [a, b], callee: [b.toLowerCase(), a] }, [n, m]);
      expect(caller).toEqual([expect.stringMatching(/^\d{6}$/)]);
      expect(callee).toEqual(caller);
      seen.add(caller[0] ?? "");
    }),
    always,
  );
  expect(seen.size).toBeGreaterThan(190);
});

it("F24 R6 with another key towards each the codes differ, though all they say is passed on", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.tuple(fingerprint, fingerprint, fingerprint, fingerprint),
      nonce,
      nonce,
      async ([a, b, toA, toB], n, m) => {
        const { caller, callee } = await exchange({ caller: [a, toA], callee: [b, toB] }, [n, m]);
        expect(caller).toHaveLength(1);
        expect(callee).toHaveLength(1);
        expect(caller).not.toEqual(callee);
      },
    ),
    always,
  );
});

it("F24 R6 who promised one nonce and reveals another gets no code from the callee", async () => {
  await fc.assert(
    fc.asyncProperty(fingerprint, fingerprint, nonce, nonce, nonce, async (a, b, n, m, other) => {
      fc.pre(other !== n);
      const { callee } = await exchange({ caller: [a, b], callee: [b, a] }, [n, m], (message) =>
        message.type === "safetyReveal" ? { ...message, nonce: other } : message,
      );
      expect(callee).toEqual([]);
    }),
    always,
  );
});

it("R6 whatever is said in whatever order, neither side reveals its nonce before the other's is fixed, nor tells two codes", async () => {
  const message = fc.oneof(
    fc.record({ type: fc.constant("safetyCommit" as const), commitment: hexOf(64) }),
    fc.record({ type: fc.constantFrom("safetyNonce" as const, "safetyReveal" as const), nonce }),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom("caller" as const, "callee" as const),
      fc.array(message),
      nonce,
      fc.boolean(),
      async (role, heard, own, patient) => {
        const log: string[] = [];
        const { code, told } = side(role, "A", "B", own, ({ type }) => log.push(`sent ${type}`));
        const done = [code.begin()];
        if (patient) await done[0];
        for (const each of heard) {
          log.push(`heard ${each.type}`);
          done.push(code.hear(each));
        }
        await Promise.all(done);
        const first = (what: string) => log.indexOf(what);
        if (first("sent safetyNonce") >= 0) expect(first("heard safetyCommit")).toBeLessThan(first("sent safetyNonce"));
        if (first("sent safetyReveal") >= 0) {
          expect(role).toBe("caller");
          expect(first("heard safetyNonce")).toBeLessThan(first("sent safetyReveal"));
        }
        expect(
          log.filter((line) => line === "sent safetyNonce" || line === "sent safetyReveal").length,
        ).toBeLessThanOrEqual(1);
        expect(told.length).toBeLessThanOrEqual(1);
      },
    ),
    { numRuns: 200 },
  );
});

it("takes the certificates in use from the browser's own counters", async () => {
  const rows = [
    { id: "t", type: "transport", localCertificateId: "l", remoteCertificateId: "r" },
    { id: "l", type: "certificate", fingerprint: "AA" },
    { id: "r", type: "certificate", fingerprint: "BB" },
  ];
  const statsOf = (all: typeof rows) => ({
    getStats: async () => new Map(all.map((row) => [row.id, row])) as RTCStatsReport,
  });
  expect(await fingerprintsOf(statsOf(rows))).toEqual({ own: "AA", theirs: "BB" });
  expect(await fingerprintsOf(statsOf(rows.slice(1)))).toBeNull();
});
