import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { closingLine, tableOf } from "./report.mjs";
import { fromPlaywright, fromVitest, readResult } from "./results.mjs";

const folder = mkdtempSync(join(tmpdir(), "sightline-results-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function reportFile(report: unknown): string {
  const file = join(folder, "report.json");
  writeFileSync(file, JSON.stringify(report));
  return file;
}

const failure = (name: string) => ({ name, error: "" });

const vitestReport = {
  testResults: [
    {
      name: "a.test.ts",
      status: "failed",
      assertionResults: [
        { fullName: "good", status: "passed" },
        {
          fullName: "bad",
          status: "failed",
          failureMessages: ["AssertionError: expected 1 to be 2\n    at a.test.ts:7:3"],
        },
        { fullName: "left out", status: "pending" },
      ],
    },
    { name: "broken.test.ts", status: "failed", message: "Cannot find module './gone'", assertionResults: [] },
  ],
};

const run = (status: string, description?: string) => [
  { status, annotations: description ? [{ type: "skip", description }] : [] },
];
/** As Playwright writes it: in colour, with a log of each try. */
const waitedInVain = {
  message: `\u001b[31mTimeoutError: waited 15000 ms\u001b[39m\n\nCall log:\n${"  - tried again\n".repeat(300)}`,
  snippet: "  7 |   await page.click();\n> 8 |   await page.fill();\n    |              ^",
  location: { file: "/x/a.spec.ts", line: 8 },
};
const playwrightReport = {
  errors: [],
  suites: [
    {
      title: "a.spec.ts",
      specs: [{ title: "good", tests: run("expected") }],
      suites: [
        {
          title: "inner",
          specs: [
            {
              title: "bad",
              tests: run("unexpected").map((each) => ({ ...each, results: [{ errors: [waitedInVain] }] })),
            },
            { title: "shaky", tests: run("flaky") },
            { title: "left out", tests: run("skipped", "no screen") },
            { title: "after a failure", tests: run("skipped") },
          ],
        },
      ],
    },
  ],
};

test("vitest: a file that does not load is a failure", () => {
  const { passed, failed, skips } = fromVitest(vitestReport);
  expect({ passed, failed, skips: skips.map(({ name }) => name) }).toEqual({
    passed: 1,
    failed: [
      { name: "bad", error: "AssertionError: expected 1 to be 2\n    at a.test.ts:7:3" },
      { name: "broken.test.ts", error: "Cannot find module './gone'" },
    ],
    skips: ["left out"],
  });
});

test("Playwright: flaky is a failure, a skip keeps its reason", () => {
  expect(fromPlaywright(playwrightReport)).toEqual({
    passed: 1,
    failed: [
      { name: "inner: bad", error: expect.stringContaining("TimeoutError: waited 15000 ms") },
      { name: "inner: shaky", error: "" },
    ],
    skips: [
      { name: "inner: left out", reason: "no screen" },
      { name: "inner: after a failure", reason: "did not run" },
    ],
  });
});

test("a run that ends badly without a failed test is a failure", () => {
  const report = {
    testResults: [
      { ...vitestReport.testResults[0], status: "passed", assertionResults: [{ fullName: "good", status: "passed" }] },
    ],
  };
  expect(readResult(reportFile(report), 1, fromVitest).failed).toEqual([failure("the run ended with code 1")]);
  expect(readResult(join(folder, "none.json"), 0, fromVitest).failed).toEqual([failure("the run left no report")]);
});

test("a run without any test is a failure", () => {
  expect(readResult(reportFile({ testResults: [] }), 0, fromVitest).failed).toEqual([failure("the run had no tests")]);
});

test("the closing line adds everything up, and each failure and skip is named before it", () => {
  const results = [
    { suite: "unit", seconds: 1, ...fromVitest(vitestReport) },
    { suite: "web", seconds: 2, ...fromPlaywright(playwrightReport) },
  ];
  expect(closingLine(results)).toBe("2 passed, 4 failed, 3 skipped");
  const table = tableOf(results).join("\n");
  expect(table).toContain("failed   web: inner: shaky");
  expect(table).toContain("skipped  web: inner: left out (no screen)");
});

test("below each failed test stands why, plain and short, with the failing line", () => {
  const table = tableOf([
    { suite: "unit", seconds: 1, ...fromVitest(vitestReport) },
    { suite: "web", seconds: 2, ...fromPlaywright(playwrightReport) },
  ]);
  const at = table.indexOf("failed   web: inner: bad");
  const block = table.slice(at + 1, table.indexOf("failed   web: inner: shaky"));
  expect(block[0]).toBe("         | TimeoutError: waited 15000 ms");
  expect(block.length).toBeLessThanOrEqual(41);
  expect(block.slice(-4)).toEqual([
    "         |   7 |   await page.click();",
    "         | > 8 |   await page.fill();",
    "         |     |              ^",
    "         | at /x/a.spec.ts:8",
  ]);
  expect(table).toContain("         | AssertionError: expected 1 to be 2");
  expect(table).toContain("         | Cannot find module './gone'");
});

test("of very many failures all are named, the first ones explained", () => {
  const failed = Array.from({ length: 30 }, (_, index) => ({
    name: `test ${index}`,
    error: "no browser\n".repeat(60),
  }));
  const table = tableOf([{ suite: "web", seconds: 1, passed: 0, failed, skips: [] }]);
  expect(table.filter((line) => line.startsWith("failed   web: test "))).toHaveLength(30);
  expect(table.filter((line) => line.includes("| no browser"))).toHaveLength(400);
  expect(table.filter((line) => line.includes("| … 20 more lines"))).toHaveLength(10);
});
