import { createLog } from "./adapters/log";
import { systemClock } from "./adapters/clock";
import { readConfig } from "./config";
import { createServer } from "./createServer";
import { explain } from "./startup/explainFault";
import { prepareDataFolder, provideDatabase } from "./startup/provideDatabase";
import { stopOnSignals } from "./startup/stopOnSignals";
import { version } from "../package.json";

function fail(sentences: readonly string[]): never {
  for (const sentence of sentences) process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

async function start(): Promise<void> {
  const read = readConfig(process.env);
  if ("faults" in read) return fail(read.faults);
  const { config } = read;
  const log = createLog(config.logLevel);
  process.on("uncaughtException", (fault) => log.error("uncaught fault", { fault }));
  process.on("unhandledRejection", (fault) => log.error("unhandled rejection", { fault }));
  const stopping = stopOnSignals(log);
  await prepareDataFolder(config.dataDir);
  const database = await provideDatabase(config, log);
  try {
    const server = await createServer({ config, databaseUrl: database.url, version, log, clock: systemClock });
    stopping.closeOnSignal(async () => {
      await server.close();
      await database.stop();
    });
    process.stdout.write(`Sightline is ready at ${server.url} (data in ${config.dataDir})\n`);
  } catch (error) {
    await database.stop();
    throw error;
  }
}

start().catch((error: unknown) => fail([explain(error)]));
