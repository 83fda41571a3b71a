import { defineConfig, devices } from "@playwright/test";
import { callBrowserOptions } from "./fixtures/chromiumLaunch";

const permissions = ["camera", "microphone"];
const launchOptions = callBrowserOptions();

/**
 * The `bench-` projects measure and are no tests: they exist only when asked for by BENCH, so that a plain run never pays
 * for them. One worker, no retries: two cores carry one call at a time (two workers took as long, at a load of 13), and a test that
 * needs a second try is a fault.
 */
const benches = process.env.BENCH
  ? [
      { name: "bench-call-setup", testDir: "bench", testMatch: "callSetup.bench.ts", timeout: 2_400_000 },
      { name: "bench-share-text", testDir: "bench", testMatch: "shareText.bench.ts", timeout: 600_000 },
      { name: "bench-login-storm", testDir: "bench", testMatch: "loginStorm.bench.ts", timeout: 600_000 },
      { name: "bench-soak", testDir: "bench", testMatch: "soak.bench.ts", timeout: 1_800_000 },
    ]
  : [];

export default defineConfig({
  testDir: "specs",
  outputDir: "../test-results/e2e",
  workers: 1,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: process.env.CI !== undefined,
  reporter: [["list"]],
  use: {
    // Without the film: it is made of every page of every test, also of those that pass, and a call's pages never stand still.
    // Nobody opens it where a machine runs the tests, and a tenth of their time goes into it.
    trace: process.env.CI ? "off" : { mode: "retain-on-failure", screenshots: false },
    screenshot: "only-on-failure",
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
  },
  projects: [
    {
      name: "web",
      testMatch: "*.web.spec.ts",
      use: { ...devices["Desktop Chrome"], viewport: { width: 1280, height: 800 }, permissions, launchOptions },
    },
    {
      name: "mobile",
      testMatch: "*.mobile.spec.ts",
      use: { ...devices["Pixel 7"], viewport: { width: 360, height: 780 }, permissions, launchOptions },
    },
    {
      name: "desktop",
      testMatch: "*.desktop.spec.ts",
      use: { ...devices["Desktop Chrome"], permissions, launchOptions },
    },
    {
      name: "sound",
      testDir: "labs/sound",
      testMatch: "*.sound.spec.ts",
      use: { ...devices["Desktop Chrome"], permissions, launchOptions },
    },
    {
      name: "network",
      testDir: "labs/network",
      testMatch: "*.network.spec.ts",
      timeout: 240_000,
      use: { ...devices["Desktop Chrome"], permissions, launchOptions },
    },
    // A trace films every page, which is work that would be measured.
    ...benches.map((bench) => ({
      ...bench,
      use: { ...devices["Desktop Chrome"], permissions, launchOptions, trace: "off" as const },
    })),
  ],
});
