import { defineConfig, devices } from "@playwright/test";
import { callBrowserOptions } from "./fixtures/chromiumLaunch";

const permissions = ["camera", "microphone"];
const launchOptions = callBrowserOptions();

/**
 * The `bench-` projects measure and are no tests: they exist only when asked for by BENCH, so that a plain run never pays
 * for them. No retries: a test that needs a second try is a fault. Browsers alone run two at a time, as their tests wait half of
 * the time; two processors carry one desktop app that shares a window, one sound server and one network.
 */
const benches = process.env.BENCH
  ? [
      { name: "bench-call-setup", testDir: "bench", testMatch: "callSetup.bench.ts", timeout: 1_800_000 },
      { name: "bench-share-text", testDir: "bench", testMatch: "shareText.bench.ts", timeout: 600_000 },
      { name: "bench-login-storm", testDir: "bench", testMatch: "loginStorm.bench.ts", timeout: 600_000 },
      { name: "bench-soak", testDir: "bench", testMatch: "soak.bench.ts", timeout: 1_800_000 },
    ]
  : [];

export default defineConfig({
  testDir: "specs",
  outputDir: "../test-results/e2e",
  workers: 2,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: process.env.CI !== undefined,
  reporter: [["list"]],
  use: {
    // Without the film: it is made of every page of every test, also of those that pass, and a call's pages never stand still.
    trace: { mode: "retain-on-failure", screenshots: false },
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
      workers: 1,
      testMatch: "*.desktop.spec.ts",
      use: { ...devices["Desktop Chrome"], permissions, launchOptions },
    },
    {
      name: "sound",
      workers: 1,
      testDir: "labs/sound",
      testMatch: "*.sound.spec.ts",
      use: { ...devices["Desktop Chrome"], permissions, launchOptions },
    },
    {
      name: "network",
      workers: 1,
      testDir: "labs/network",
      testMatch: "*.network.spec.ts",
      timeout: 240_000,
      use: { ...devices["Desktop Chrome"], permissions, launchOptions },
    },
    // A trace films every page, which is work that would be measured.
    ...benches.map((bench) => ({
      ...bench,
      workers: 1,
      use: { ...devices["Desktop Chrome"], permissions, launchOptions, trace: "off" as const },
    })),
  ],
});
