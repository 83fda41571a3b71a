import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { systemPostgres } from "./scripts/testing/systemPostgres.mjs";

const notOurs = ["**/node_modules/**", "**/dist/**", "**/dist-web/**", "**/out/**", "e2e/**"];
const serverSuite = ["apps/signal-server/**/*.integration.test.ts"];

function serverProject(name: string, setup: string) {
  return {
    extends: true as const,
    test: {
      name,
      include: serverSuite,
      globalSetup: [setup],
      testTimeout: 30_000,
      hookTimeout: 60_000,
      // Every file makes its own servers, and modules keep no state of them; loading all anew for each took a quarter of the time.
      isolate: false,
    },
  };
}

// The same suite twice: on the database `npm start` brings along, and on a PostgreSQL as an operator would run it.
const onEmbedded = serverProject("server-embedded", "./scripts/testing/embeddedDatabase.ts");
const onSystem = serverProject("server-postgres", "./scripts/testing/systemDatabase.ts");

export default defineConfig({
  test: {
    environment: "node",
    exclude: notOurs,
    // Vitest leaves one processor of two alone; the server's tests wait more than they work.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["**/*.test.{ts,tsx}"],
          exclude: [...notOurs, "**/*.integration.test.ts"],
          testTimeout: 15_000,
        },
      },
      onEmbedded,
      // Where there is no PostgreSQL the project does not exist; scripts/test.mjs names it, with the reason.
      ...(systemPostgres() ? [onSystem] : []),
      {
        extends: true,
        test: {
          name: "start",
          include: ["scripts/*.integration.test.ts"],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
