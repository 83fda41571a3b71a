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

const vitestReport = {
  testResults: [
    {
      name: "a.test.ts",
      status: "failed",
      assertionResults: [
        { fullName: "good", status: "passed" },
        { fullName: "bad", status: "failed" },
        { fullName: "left out", status: "pending" },
      ],
    },
    { name: "broken.test.ts", status: "failed", assertionResults: [] },
  ],
};

const run = (status: string, description?: string) => [
  { status, annotations: description ? [{ type: "skip", description }] : [] },
];
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
            { title: "bad", tests: run("unexpected") },
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
    failed: ["bad", "broken.test.ts"],
    skips: ["left out"],
  });
});

test("Playwright: flaky is a failure, a skip keeps its reason", () => {
  expect(fromPlaywright(playwrightReport)).toEqual({
    passed: 1,
    failed: ["inner: bad", "inner: shaky"],
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
  expect(readResult(reportFile(report), 1, fromVitest).failed).toEqual(["the run ended with code 1"]);
  expect(readResult(join(folder, "none.json"), 0, fromVitest).failed).toEqual(["the run left no report"]);
});

test("a run without any test is a failure", () => {
  expect(readResult(reportFile({ testResults: [] }), 0, fromVitest).failed).toEqual(["the run had no tests"]);
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
