import { afterEach, describe, expect, it, vi } from "vitest";
import { createHttpClient, fillPath } from "./httpClient";

afterEach(() => vi.unstubAllGlobals());

function answering(body: unknown) {
  const fetched = vi.fn(async (_address: string, _options: RequestInit) => Response.json(body));
  vi.stubGlobal("fetch", fetched);
  return fetched;
}

describe("httpClient", () => {
  const client = createHttpClient({ address: "https://calls.test", token: () => "secret" });

  it("fills the path and never puts the token in the address (R14)", async () => {
    const fetched = answering({ ok: false, error: { code: "contact.notFound" } });
    expect(await client.request("unblockPerson", { userId: "a/b" })).toEqual({
      ok: false,
      failure: { code: "contact.notFound" },
    });
    const [address, options] = fetched.mock.calls[0] ?? [];
    expect(address).toBe("https://calls.test/api/blocks/a%2Fb");
    expect(options?.headers).toMatchObject({ authorization: "Bearer secret", "sightline-protocol": "1" });
  });

  it("treats an answer outside the contract like no answer", async () => {
    answering({ ok: true, value: { id: "not a uuid" } });
    expect(await client.request("me", {})).toEqual({ ok: false, failure: { code: "network.unreachable" } });
  });

  it("tells when the server cannot be reached", async () => {
    vi.stubGlobal("fetch", async () => Promise.reject(new TypeError("Failed to fetch")));
    expect(await client.request("me", {})).toEqual({ ok: false, failure: { code: "network.unreachable" } });
  });

  it.each([
    ["/api/me", {}, "/api/me"],
    ["/api/contacts/:userId/accept", { userId: "1?2" }, "/api/contacts/1%3F2/accept"],
  ])("fills %s", (path, input, expected) => expect(fillPath(path, input)).toBe(expected));
});
