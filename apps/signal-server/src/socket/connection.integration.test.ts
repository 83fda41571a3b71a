import { createHmac } from "node:crypto";
import { request } from "node:http";
import { MAX_FRAME_BYTES } from "@sightline/protocol";
import { Manager } from "socket.io-client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf, valueOf } from "../testing/httpClient";
import { inviteTo } from "../testing/samples";
import { createTestServer, PASSWORD, type Person, type TestServer } from "../testing/testServer";
import { refusalOf, type TestSocket } from "../testing/testSocket";
import { MAX_SOCKETS_PER_USER } from "./authenticate";

let server: TestServer;
let ann: Person;
beforeAll(async () => {
  server = await createTestServer();
  ann = await server.person("ann");
});
afterAll(() => server.close());

/** HTTP status of a WebSocket upgrade (101: let in). */
function upgradeStatus(origin: string | null): Promise<number | undefined> {
  const headers = {
    connection: "Upgrade",
    upgrade: "websocket",
    "sec-websocket-version": "13",
    "sec-websocket-key": Buffer.alloc(16, 1).toString("base64"),
    ...(origin === null ? {} : { origin }),
  };
  return new Promise((resolve, reject) => {
    const upgrade = request(`${server.url}/socket.io/?EIO=4&transport=websocket`, { headers });
    upgrade.on("upgrade", (response, socket) => {
      socket.destroy();
      resolve(response.statusCode);
    });
    upgrade.on("response", (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    upgrade.on("error", reject);
    upgrade.end();
  });
}

describe("R11 the origin of an upgrade", () => {
  it.each([
    ["https://evil.example", 403],
    ["null", 403],
    ["http://localhost.evil.example", 403],
    ["app://other", 403],
    ["app://sightline", 101],
    [null, 101],
  ])("%s -> %s", async (origin, status) => {
    expect(await upgradeStatus(origin)).toBe(status);
  });

  it("our own address is let in", async () => {
    expect(await upgradeStatus(server.url)).toBe(101);
  });
});

describe("R29 a token that carries its own rights (JWT)", () => {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
  /** For Ann, good for an hour: unsigned, or with a key that libraries have accepted by mistake. */
  const tokenFor = (alg: "none" | "HS256", key = "") => {
    const seconds = Math.floor(Date.now() / 1000);
    const claims = { sub: ann.id, aud: server.url, iat: seconds, nbf: seconds, exp: seconds + 3_600 };
    const signed = `${part({ alg, typ: "JWT" })}.${part(claims)}`;
    const signature = alg === "none" ? "" : createHmac("sha256", key).update(signed).digest("base64url");
    return `${signed}.${signature}`;
  };

  it("is no session, unsigned or signed, and ours are none", async () => {
    expect(ann.token).toMatch(/^[\w-]{43}$/);
    for (const token of [
      tokenFor("none"),
      tokenFor("HS256"),
      tokenFor("HS256", ann.token),
      tokenFor("HS256", server.url),
    ]) {
      expect(await refusalOf(server.url, { token })).toBe("auth.required");
      const me = await server.call("me", {}, { authorization: `Bearer ${token}` });
      expect([me.status, codeOf(me.result)]).toEqual([401, "auth.required"]);
      const cookie = `sightline_session=${token}`;
      expect(codeOf((await server.call("me", {}, { cookie })).result)).toBe("auth.required");
    }
    const known = await server.call("me", {}, { authorization: `Bearer ${ann.token}` });
    expect(codeOf(known.result)).toBe("ok");
  });
});

describe("R9 a connection without a session", () => {
  it("is refused with a code: no token, a wrong token, a token in the address", async () => {
    expect(await refusalOf(server.url, {})).toBe("auth.required");
    expect(await refusalOf(server.url, { token: "wrong" })).toBe("auth.required");
    expect(await refusalOf(`${server.url}/?token=${ann.token}`, {})).toBe("auth.required");
    expect(await refusalOf(server.url, { token: ann.token, device: "no uuid" })).toBe("input.invalid");
  });

  it("is let in by the cookie of a browser", async () => {
    const login = await server.call("logIn", { login: "ann", password: PASSWORD, client: "web" });
    const cookie = login.headers.get("set-cookie")?.split(";")[0] ?? "";
    expect(await refusalOf(server.url, { headers: { cookie, origin: server.url } })).toBe("connected");
  });

  it("is closed within 5 s when it stays silent", { timeout: 15_000 }, async () => {
    const manager = new Manager(server.url, { transports: ["websocket"], reconnection: false });
    await new Promise<void>((resolve) => manager.on("open", () => resolve()));
    const opened = performance.now();
    await new Promise<void>((resolve) => manager.on("close", () => resolve()));
    expect(performance.now() - opened).toBeLessThan(7_000);
  });
});

describe("R15 limits of a connection", () => {
  it("a frame over the limit closes it with 1009, the server lives", async () => {
    const socket = await ann.connect();
    const reason = new Promise<unknown>((resolve) => {
      socket.raw.io.engine.on("close", (_reason, details) =>
        resolve((details as { context?: { code?: number } }).context?.code),
      );
    });
    socket.raw.emit("signal:description", { filler: "x".repeat(MAX_FRAME_BYTES + 1) }, () => undefined);
    expect(await reason).toBe(1009);
    expect(codeOf((await ann.call("me", {})).result)).toBe("ok");
  });

  it("long polling is off", async () => {
    const answer = await fetch(`${server.url}/socket.io/?EIO=4&transport=polling`);
    expect(answer.status).toBe(400);
  });

  it("nothing is compressed", async () => {
    const socket = await ann.connect();
    const { transport } = socket.raw.io.engine as unknown as { transport: { ws: { extensions: string } } };
    expect(transport.ws.extensions).toBe("");
    socket.close();
  });

  it(`more than ${MAX_SOCKETS_PER_USER} sockets of one user are refused, also all at once`, async () => {
    const many = await server.person("many");
    const tries = await Promise.allSettled(Array.from({ length: MAX_SOCKETS_PER_USER + 5 }, () => many.connect()));
    const open = tries.flatMap((tried) => (tried.status === "fulfilled" ? [tried.value] : []));
    expect(await refusalOf(server.url, { token: many.token })).toBe("rate.limited");
    // Those let in by the handshake but over the limit are closed right away; an answered request proves the others.
    const answers = await Promise.all(open.map((socket) => socket.send("nothing", {}).then(codeOf, () => "closed")));
    expect(answers.filter((answer) => answer === "input.invalid")).toHaveLength(MAX_SOCKETS_PER_USER);
  });
});

describe("R16 malformed packets", () => {
  const corpus = [
    "9",
    "2",
    "2[",
    "2[]",
    "2{}",
    "2[null]",
    "2[1,2]",
    '2["disconnect"]',
    '2["connect_error",{}]',
    "0{",
    "0[1]",
    '0"x"',
    "0/admin,{}",
    "3[1]",
    "30[]",
    "399999999999999999999[]",
    "5",
    "51-",
    '51-["x",{"_placeholder":true,"num":0}]',
    '52-["x",{"_placeholder":true,"num":99}]',
    "59999999999-[]",
    '51-["x",{"_placeholder":true,"num":-1}]',
    "6[]",
    "/",
    "2/,",
    "\u0000",
    "😀",
    `2["${"a".repeat(10_000)}"]`,
    `20${"[".repeat(20_000)}${"]".repeat(20_000)}`,
  ];

  it("never stop the server, before or after login", { timeout: 60_000 }, async () => {
    for (const packet of corpus) {
      const manager = new Manager(server.url, { transports: ["websocket"], reconnection: false });
      await new Promise<void>((resolve) => manager.on("open", () => resolve()));
      manager.engine.write(packet);
      const socket: TestSocket = await ann.connect();
      socket.raw.io.engine.write(packet);
      // Either the connection still answers or the server has closed it; waiting for one of the two proves it got there.
      const proof = socket.send("call:invite", inviteTo(ann.id)).then(codeOf, () => "closed");
      expect(["call.unreachable", "closed"]).toContain(
        await Promise.race([proof, socket.disconnected().then(() => "closed")]),
      );
      socket.close();
      manager.engine.close();
    }
    expect(valueOf((await ann.call("me", {})).result).id).toBe(ann.id);
  });
});

describe("F23 a second socket of the same device", () => {
  it("replaces the first, which rings no more", async () => {
    const [cat, dan] = await server.contacts();
    const caller = await cat.connect();
    const old = await dan.connect();
    const fresh = await dan.connect({ device: old.device });
    await old.disconnected();
    valueOf(await caller.request("call:invite", inviteTo(dan.id)));
    await fresh.next("call:incoming");
    expect(fresh.callEvents()).toEqual(["call:incoming"]);
    expect(old.callEvents()).toEqual([]);
  });
});
