import { afterAll, beforeAll, expect, it } from "vitest";
import { codeOf, valueOf } from "../testing/httpClient";
import { inviteTo } from "../testing/samples";
import { createTestServer, type TestServer } from "../testing/testServer";

let server: TestServer;
beforeAll(async () => {
  server = await createTestServer();
});
afterAll(() => server.close());

it("R13 a new name is seen at once by contacts and on all own devices, and rings with a socket from before it", async () => {
  const [ann, ben] = await server.contacts();
  const [annsDevice, bensDevice] = [await ann.connect(), await ben.connect()];
  const name = "Ann of Green Gables";
  expect(valueOf((await ann.call("changeName", { name: `  ${name} ` })).result)).toMatchObject({ id: ann.id, name });
  expect(await annsDevice.next("me:changed")).toEqual({ ...ann.me, name });
  expect((await bensDevice.next("contact:changed")).user.name).toBe(name);
  valueOf(await annsDevice.request("call:invite", inviteTo(ben.id)));
  expect((await bensDevice.next("call:incoming")).from).toEqual({ id: ann.id, username: ann.me.username, name });
  expect(codeOf((await ann.call("changeName", { name: "   " })).result)).toBe("input.invalid");
});

it("a name changes ten times an hour at most: each change is told to all contacts (R17)", async () => {
  const strict = await createTestServer({ config: { relaxedLimits: false } });
  try {
    const ann = await strict.person();
    const codes: string[] = [];
    for (let n = 0; n < 11; n++) codes.push(codeOf((await ann.call("changeName", { name: `Ann ${n}` })).result));
    expect(codes).toEqual([...Array<string>(10).fill("ok"), "rate.limited"]);
  } finally {
    await strict.close();
  }
});
