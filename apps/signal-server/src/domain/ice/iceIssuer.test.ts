import { createHmac } from "node:crypto";
import type { Refusal } from "@sightline/protocol";
import { describe, expect, it } from "vitest";
import { createTurnSigner } from "../../adapters/turnSigner";
import { createIceIssuer } from "./iceIssuer";

const SECRET = "a shared secret of thirty-two characters or more";
const NOW = 1_795_600_000;
const ADA = "7a0e3c9e-0000-4000-8000-000000000001";
const GRACE = "7a0e3c9e-0000-4000-8000-000000000002";

function setUp(refusal: Refusal | null = null) {
  const taken: string[] = [];
  const issuer = createIceIssuer({
    servers: [
      { urls: ["stun:stun.example.org"] },
      { urls: ["turn:one.example.org", "turns:one.example.org:443?transport=tcp"] },
      { urls: ["turn:two.example.org?transport=udp"] },
      { urls: ["turn:paid.example.org"], username: "fixed", credential: "given" },
    ],
    seconds: 3600,
    signer: createTurnSigner(SECRET),
    clock: { now: () => new Date(NOW * 1000 + 999) },
    limits: {
      async take(rule, key) {
        taken.push(`${rule} ${key}`);
        return refusal;
      },
    },
  });
  const grantOf = async (userId: string) => {
    const result = await issuer.issue(userId);
    if (!result.ok) throw new Error(result.error.code);
    return result.value;
  };
  return { issuer, grantOf, taken };
}

describe("R24 TURN credentials", () => {
  it("are good for an hour by the server's clock, and signed as TURN servers expect it", async () => {
    const { secondsLeft, servers } = await setUp().grantOf(ADA);
    expect(secondsLeft).toBe(3600);
    const { username = "", credential } = servers[1] ?? {};
    expect(username).toMatch(new RegExp(`^${NOW + 3600}:[\\w-]{22}$`));
    expect(credential).toBe(createHmac("sha1", SECRET).update(username).digest("base64"));
  });

  it("are the same for all servers that share the secret, and for no others", async () => {
    const { servers } = await setUp().grantOf(ADA);
    const [stun, one, two, paid] = servers;
    expect(stun).toEqual({ urls: ["stun:stun.example.org"] });
    expect(two?.username).toBe(one?.username);
    expect(paid).toEqual({ urls: ["turn:paid.example.org"], username: "fixed", credential: "given" });
  });

  it("name a person by what is theirs alone and tells nobody who they are", async () => {
    const { grantOf } = setUp();
    const nameOf = async (userId: string) => (await grantOf(userId)).servers[1]?.username?.split(":")[1] ?? "";
    const ada = await nameOf(ADA);
    expect(await nameOf(ADA)).toBe(ada);
    expect(await nameOf(GRACE)).not.toBe(ada);
    expect(JSON.stringify(await grantOf(ADA))).not.toContain(ADA);
    expect(JSON.stringify(await grantOf(ADA))).not.toContain(SECRET);
    expect(createTurnSigner(`${SECRET}!`).pseudonym(ADA)).not.toBe(ada);
  });

  it("are counted by user and refused when there were too many", async () => {
    const { issuer, taken } = setUp({ code: "rate.limited", retryAfterSeconds: 5 });
    expect(await issuer.issue(ADA)).toEqual({ ok: false, error: { code: "rate.limited", retryAfterSeconds: 5 } });
    expect(taken).toEqual([`iceServers ${ADA}`]);
  });
});
