import { createLog } from "./adapters/log";
import { readConfig } from "./config";
import { explain } from "./startup/explainFault";
import { fail } from "./startup/fail";
import { makeInvitation } from "./startup/makeInvitation";
import { prepareDataFolder, provideDatabase } from "./startup/provideDatabase";

/** `npm run invite`: with the settings of the server, whose embedded database it joins or starts for a moment. */
async function invite(): Promise<void> {
  const read = readConfig(process.env);
  if ("faults" in read) return fail(read.faults);
  const { config } = read;
  await prepareDataFolder(config.dataDir);
  const database = await provideDatabase(config, createLog("silent"));
  try {
    const { link, expiresAt } = await makeInvitation(config, database.url);
    process.stdout.write(`${link}\n`);
    process.stderr.write(`Makes one account, until ${expiresAt.toISOString()}. Whoever has the link can use it.\n`);
  } finally {
    await database.stop();
  }
}

invite().catch((error: unknown) => fail([explain(error)]));
