import { createServer } from "node:net";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { openDataSource } from "../persistence/dataSource";
import { explain } from "./explainFault";
import { prepareDataFolder } from "./provideDatabase";

const faultOf = (promise: Promise<unknown>) => promise.then(() => null, explain);

it("a taken port", async () => {
  const [one, two] = [createServer(), createServer()];
  await new Promise<void>((resolve) => one.listen(0, "127.0.0.1", resolve));
  const { port } = one.address() as { port: number };
  const fault = await new Promise<unknown>((resolve) => two.once("error", resolve).listen(port, "127.0.0.1"));
  expect(explain(fault)).toBe(`Port ${port} is already in use. Stop the other program or choose another PORT.`);
  one.close();
});

it("a data folder that cannot be one", async () => {
  const file = join(await mkdtemp(join(tmpdir(), "sightline-")), "file");
  await writeFile(file, "");
  expect(await faultOf(prepareDataFolder(file))).toMatch(
    /^The data folder .*file cannot be written\. Choose another one/,
  );
});

it("a database nobody answers at, without its password", async () => {
  const said = await faultOf(openDataSource("postgres://ann:secret-word@127.0.0.1:1/none"));
  expect(said).toBe("The database at DATABASE_URL cannot be reached (ECONNREFUSED).");
});

it("whatever else, in one line", () => {
  expect(explain(new Error("first\n    at second"))).toBe("first");
  expect(explain("text")).toBe("The server could not start.");
});
