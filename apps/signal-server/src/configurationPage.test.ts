import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { environment } from "./config";

const file = resolve(import.meta.dirname, "../../../docs/configuration.md");
const rows = readFileSync(file, "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| `"))
  .map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
const named = rows.map(([variable]) => variable?.replaceAll("`", ""));
const variables = Object.keys(environment.shape);

const HOW =
  "docs/configuration.md must have one row for each variable of apps/signal-server/src/config.ts: | `NAME` | `default` (or words) | meaning | `example` |.";

test("the page of the configuration has every variable, once, and none that is gone", () => {
  expect(named.toSorted(), HOW).toEqual(variables.toSorted());
});

test.each(variables)("the page tells default, meaning and an example of %s", (variable) => {
  const [, preset = "", meaning = "", example = ""] = rows[named.indexOf(variable)] ?? [];
  expect(meaning.length, HOW).toBeGreaterThan(15);
  expect(example, HOW).toMatch(/^`.+`$/);
  const parsed = environment.shape[variable as keyof typeof environment.shape].safeParse(undefined);
  const value: unknown = parsed.success ? parsed.data : undefined;
  const written = value === true ? "on" : value === false ? "off" : String(value);
  // Where there is none (or a list that is empty), words tell what happens then.
  if (value === undefined || (Array.isArray(value) && value.length === 0)) expect(preset, HOW).toMatch(/^[a-z ]+$/);
  else expect(preset, HOW).toBe(`\`${written}\``);
});
