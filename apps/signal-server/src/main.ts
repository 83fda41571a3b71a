import { createLog } from "./adapters/log";
import { systemClock } from "./adapters/clock";
import { mailFolder } from "./adapters/mail/createMailer";
import { readConfig } from "./config";
import { createServer } from "./createServer";
import { explain } from "./startup/explainFault";
import { fail } from "./startup/fail";
import { writeFirstInvitation } from "./startup/firstInvitation";
import { prepareDataFolder, provideDatabase } from "./startup/provideDatabase";
import { provideSecretsKey } from "./startup/provideSecretsKey";
import { stopOnSignals } from "./startup/stopOnSignals";
import { version } from "../package.json";

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
    const secretsKey = await provideSecretsKey(config.secretsKey, config.dataDir);
    const server = await createServer({
      config,
      secretsKey,
      databaseUrl: database.url,
      version,
      log,
      clock: systemClock,
    });
    stopping.closeOnSignal(async () => {
      await server.close();
      await database.stop();
    });
    process.stdout.write(`Sightline is ready at ${server.url} (data in ${config.dataDir})\n`);
    const invitation = await server.firstInvitation();
    const file = await writeFirstInvitation(config.dataDir, server.url, invitation);
    if (file) process.stdout.write(`Nobody has an account yet: open the link in ${file} to make the first\n`);
    const away = config.mail.smtp === null;
    if (away) process.stdout.write(`Mails are written to ${mailFolder(config.dataDir)}, as there is no SMTP_URL\n`);
  } catch (error) {
    await database.stop();
    throw error;
  }
}

start().catch((error: unknown) => fail([explain(error)]));
