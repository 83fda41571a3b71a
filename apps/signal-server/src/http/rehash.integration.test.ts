import { afterAll, beforeAll, expect, it } from "vitest";
import type { DataSource } from "typeorm";
import { openDataSource } from "../persistence/dataSource";
import { createUserRepository } from "../persistence/repositories/userRepository";
import { codeOf } from "../testing/httpClient";
import { createTestServer, PASSWORD, type TestServer } from "../testing/testServer";

let cheap: TestServer;
let dear: TestServer;
let dataSource: DataSource;
beforeAll(async () => {
  cheap = await createTestServer({ config: { bcryptCost: 4 } });
  dear = await createTestServer({ config: { bcryptCost: 6 }, beside: cheap });
  dataSource = await openDataSource(cheap.databaseUrl);
});
afterAll(async () => {
  await dataSource.destroy();
  await dear.close();
  await cheap.close();
});

const hashOf = async (id: string): Promise<string> =>
  (await dataSource.query("SELECT password_hash FROM users WHERE id = $1", [id]))[0].password_hash;
const logIn = async (server: TestServer, login: string, password = PASSWORD) =>
  codeOf((await server.call("logIn", { login, password, client: "desktop" })).result);

it("R23 a log-in brings a hash to the configured cost, and the password stays", async () => {
  const { id } = await cheap.person("grown");
  expect(await hashOf(id)).toMatch(/^\$2b\$04\$/);
  expect(await logIn(dear, "grown", "wrong password")).toBe("auth.invalidCredentials");
  expect(await logIn(dear, "grown")).toBe("ok");
  await expect.poll(() => hashOf(id), { timeout: 8_000 }).toMatch(/^\$2b\$06\$/);
  const renewed = await hashOf(id);
  expect(await logIn(dear, "grown")).toBe("ok");
  // A cost that was lowered lowers no hash.
  expect(await logIn(cheap, "grown")).toBe("ok");
  expect(await logIn(cheap, "grown", "wrong password")).toBe("auth.invalidCredentials");
  expect(await hashOf(id)).toBe(renewed);
});

it("R23 a password that was changed meanwhile is not brought back", async () => {
  const { id } = await cheap.person("changed");
  const before = await hashOf(id);
  const users = createUserRepository(dataSource);
  await dataSource.query("UPDATE users SET password_hash = 'another' WHERE id = $1", [id]);
  await users.renewHash(id, before, "renewed");
  expect(await hashOf(id)).toBe("another");
});
