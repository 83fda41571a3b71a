import { MAX_PICTURE_BYTES, PROTOCOL_HEADER, picturePath } from "@sightline/protocol";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf, valueOf } from "../testing/httpClient";
import { bomb, PHOTO_TRACES, phonePhoto, pictureFile } from "../testing/pictureFiles";
import { inviteTo } from "../testing/samples";
import { createTestServer, PASSWORD, type Person, type TestServer } from "../testing/testServer";

let server: TestServer;
beforeAll(async () => {
  server = await createTestServer();
});
afterAll(() => server.close());

const change = async (person: Person, picture?: Uint8Array<ArrayBuffer>) =>
  (await person.call("changePicture", { picture: picture ?? (await pictureFile()) })).result;
const idOf = async (person: Person, picture?: Uint8Array<ArrayBuffer>) =>
  valueOf(await change(person, picture)).picture ?? "";
const look = (id: string, init?: RequestInit) => fetch(server.url + picturePath(id), init);
/** What stands in the database for this person. */
const stored = (person: Person) =>
  server.query<{ id: string }>("SELECT id FROM pictures WHERE user_id = $1", [person.id]);

describe("a picture of one's own", () => {
  it("R13 is seen at once by contacts and on all own devices, found and rung with, from the database by the session", async () => {
    const [ann, ben] = await server.contacts();
    const [annsDevice, bensDevice] = [await ann.connect(), await ben.connect()];
    const picture = await idOf(ann);
    expect(await annsDevice.next("me:changed")).toEqual({ ...ann.me, picture });
    expect((await bensDevice.next("contact:changed")).user).toEqual({
      id: ann.id,
      name: ann.me.name,
      username: ann.me.username,
      picture,
    });
    valueOf(await annsDevice.request("call:invite", inviteTo(ben.id)));
    expect((await bensDevice.next("call:incoming")).from.picture).toBe(picture);
    const found = await ben.call("searchPeople", { query: ann.me.username });
    expect(valueOf(found.result)[0]?.picture).toBe(picture);
    expect(valueOf((await ben.call("listContacts", {})).result)[0]?.user.picture).toBe(picture);
    expect(valueOf((await ann.call("me", {})).result).picture).toBe(picture);
  });

  it("R13 a forged picture in a payload reaches nobody", async () => {
    const [ann, ben] = await server.contacts();
    const [annsDevice, bensDevice] = [await ann.connect(), await ben.connect()];
    const picture = "A".repeat(43);
    const forged = { ...inviteTo(ben.id), picture, from: { ...ann.me, picture } };
    valueOf(await annsDevice.request("call:invite", forged));
    expect((await bensDevice.next("call:incoming")).from).not.toHaveProperty("picture");
    const renaming = { name: "Ann", picture, id: ben.id };
    valueOf((await ann.call("changeName", renaming)).result);
    expect((await bensDevice.next("contact:changed")).user).not.toHaveProperty("picture");
  });

  it("R13 is of the session's person, whoever else the request names", async () => {
    const [ann, ben] = await server.contacts();
    const sent = await fetch(`${server.url}/api/me/picture?userId=${ben.id}&id=${ben.id}`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${ann.token}`,
        [PROTOCOL_HEADER]: "1",
        "content-type": "application/octet-stream",
        "x-user-id": ben.id,
      },
      body: await pictureFile(),
    });
    expect(await sent.json()).toMatchObject({ ok: true, value: { id: ann.id } });
    expect(await stored(ann)).toHaveLength(1);
    expect(await stored(ben)).toEqual([]);
  });

  it("is the server's own file: what the photo told of place and camera is nowhere, not even in the database", async () => {
    const ann = await server.person();
    const answer = await look(await idOf(ann, await phonePhoto()));
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(await sharp(bytes).metadata()).toMatchObject({ format: "webp", width: 256, height: 256 });
    for (const trace of PHOTO_TRACES) {
      expect(bytes.toString("latin1")).not.toContain(trace);
      const hex = Buffer.from(trace, "latin1").toString("hex");
      expect(await server.query("SELECT 1 FROM pictures WHERE strpos(bytes::text, $1) > 0", [hex])).toEqual([]);
    }
  });

  it("can be taken away, and the file is gone with it", async () => {
    const [ann, ben] = await server.contacts();
    const id = await idOf(ann);
    const bensDevice = await ben.connect();
    expect((await look(id)).status).toBe(200);
    expect(valueOf((await ann.call("removePicture", {})).result)).toEqual(ann.me);
    expect((await bensDevice.next("contact:changed")).user).not.toHaveProperty("picture");
    expect((await look(id)).status).toBe(404);
    expect(await stored(ann)).toEqual([]);
    expect(codeOf((await ann.call("removePicture", {})).result)).toBe("ok");
  });

  it("another one has another address, and the one before is gone", async () => {
    const ann = await server.person();
    const [first, second] = [await idOf(ann), await idOf(ann)];
    expect(second).not.toBe(first);
    expect([(await look(first)).status, (await look(second)).status]).toEqual([404, 200]);
  });

  it("of many at once one stands, and it is the last that contacts and own devices were told", async () => {
    const [ann, ben] = await server.contacts();
    const [annsDevice, bensDevice] = [await ann.connect(), await ben.connect()];
    const files = await Promise.all(
      ["#f00", "#0f0", "#00f", "#ff0"].map((background) => pictureFile("png", { background })),
    );
    const changes: Promise<unknown>[] = files.map((file) => idOf(ann, file));
    changes.push(ann.call("changeName", { name: "Ann Anew" }), ann.call("changeName", { name: "Ann Again" }));
    await Promise.all(changes);
    const rows = await stored(ann);
    const me = valueOf((await ann.call("me", {})).result);
    expect(rows).toEqual([{ id: me.picture }]);
    expect((await look(me.picture ?? "")).status).toBe(200);
    const { email: _email, ...seen } = me;
    await expect.poll(() => bensDevice.all("contact:changed").at(-1)?.user).toEqual(seen);
    await expect.poll(() => annsDevice.all("me:changed").at(-1)).toEqual(me);
  });
});

describe("what is refused", () => {
  it("says clearly what is wrong with the file, and the picture before stays", async () => {
    const ann = await server.person();
    const before = await idOf(ann);
    const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
    expect(codeOf(await change(ann, new Uint8Array(svg)))).toBe("picture.unreadable");
    expect(codeOf(await change(ann, new Uint8Array(MAX_PICTURE_BYTES)))).toBe("picture.unreadable");
    expect(codeOf(await change(ann, new Uint8Array(MAX_PICTURE_BYTES + 1)))).toBe("input.tooLarge");
    expect(codeOf(await change(ann, new Uint8Array(0)))).toBe("input.invalid");
    expect(codeOf(await change(ann, bomb(20_000)))).toBe("picture.tooManyPixels");
    expect(await stored(ann)).toEqual([{ id: before }]);
  });

  it("without a session, or by a guest's or a foreign page's hand", async () => {
    const picture = await pictureFile();
    expect(codeOf((await server.call("changePicture", { picture })).result)).toBe("auth.required");
    await server.person("cookie-holder");
    const logIn = { login: "cookie-holder", password: PASSWORD, client: "web" } as const;
    const cookie = (await server.call("logIn", logIn)).headers.get("set-cookie")?.split(";")[0] ?? "";
    const foreign = await server.call("changePicture", { picture }, { cookie, origin: "https://evil.example" });
    expect([foreign.status, codeOf(foreign.result)]).toEqual([403, "origin.refused"]);
    expect(codeOf((await server.call("changePicture", { picture }, { cookie })).result)).toBe("origin.refused");
    const own = await server.call("changePicture", { picture }, { cookie, origin: server.url });
    expect(codeOf(own.result)).toBe("ok");
  });

  it.each(["application/json", "text/plain", "multipart/form-data; boundary=x", "image/png"])(
    "sent as %s",
    async (type) => {
      const ann = await server.person();
      const sent = await fetch(`${server.url}/api/me/picture`, {
        method: "POST",
        headers: { authorization: `Bearer ${ann.token}`, [PROTOCOL_HEADER]: "1", "content-type": type },
        body: await pictureFile(),
      });
      expect(sent.status).toBe(400);
      expect(await stored(ann)).toEqual([]);
    },
  );

  it("more than twenty an hour, before they are read (R17)", async () => {
    const strict = await createTestServer({ config: { relaxedLimits: false } });
    try {
      const ann = await strict.person();
      const picture = await pictureFile("png", { width: 8, height: 8 });
      const codes: string[] = [];
      for (let n = 0; n < 21; n++) codes.push(codeOf((await ann.call("changePicture", { picture })).result));
      expect(codes).toEqual([...Array<string>(20).fill("ok"), "rate.limited"]);
    } finally {
      await strict.close();
    }
  });
});

describe("looking at a picture", () => {
  it("needs no session, and the answer can do nothing but be a picture", async () => {
    const id = await idOf(await server.person());
    const answer = await look(id);
    const head = (name: string) => answer.headers.get(name);
    expect([answer.status, head("content-type")]).toEqual([200, "image/webp"]);
    expect(head("cache-control")).toBe("private, max-age=604800, immutable");
    expect(head("x-content-type-options")).toBe("nosniff");
    expect(head("content-security-policy")).toBe("default-src 'none'; sandbox");
    expect(head("cross-origin-resource-policy")).toBe("cross-origin");
    expect(head("access-control-allow-origin")).toBeNull();
    const asked = await look(id, { method: "HEAD" });
    expect([asked.status, asked.headers.get("content-length")]).toEqual([200, head("content-length")]);
  });

  it("of one that is not there, or asked for in any other way, is nothing", async () => {
    const id = await idOf(await server.person());
    for (const wrong of ["B".repeat(43), id.slice(1), `${id}/`, `../api/me`, ""]) {
      const answer = await look(wrong);
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.headers.get("cache-control")).toBe("no-store");
    }
    expect((await look(id, { method: "POST" })).status).toBe(404);
    expect(server.logged.join()).not.toContain(id);
  });
});
