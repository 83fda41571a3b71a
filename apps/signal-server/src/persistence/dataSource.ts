import { DataSource } from "typeorm";
import { activityEntity } from "./entities/activityEntity";
import { blockEntity } from "./entities/blockEntity";
import { callEntity } from "./entities/callEntity";
import { callSeatEntity } from "./entities/callSeatEntity";
import { contactEntity } from "./entities/contactEntity";
import { nameWordEntity } from "./entities/nameWordEntity";
import { pictureEntity } from "./entities/pictureEntity";
import { preferenceEntity } from "./entities/preferenceEntity";
import { logInTicketEntity } from "./entities/logInTicketEntity";
import { recoveryCodeEntity } from "./entities/recoveryCodeEntity";
import { mailedProofEntity } from "./entities/mailedProofEntity";
import { invitationEntity } from "./entities/invitationEntity";
import { roomEntity } from "./entities/roomEntity";
import { roomSeatEntity } from "./entities/roomSeatEntity";
import { sessionEntity } from "./entities/sessionEntity";
import { twoFactorEntity } from "./entities/twoFactorEntity";
import { userEntity } from "./entities/userEntity";
import { migrations } from "./migrations";

/** Held while migrations run, so that two servers starting at once do not run them twice. Any constant will do. */
const MIGRATION_LOCK = 7_261_934;

const entities = [
  userEntity,
  sessionEntity,
  mailedProofEntity,
  activityEntity,
  twoFactorEntity,
  recoveryCodeEntity,
  logInTicketEntity,
  contactEntity,
  invitationEntity,
  blockEntity,
  pictureEntity,
  preferenceEntity,
  nameWordEntity,
  callEntity,
  callSeatEntity,
  roomEntity,
  roomSeatEntity,
];

export async function openDataSource(url: string): Promise<DataSource> {
  const dataSource = new DataSource({
    type: "postgres",
    url,
    entities,
    migrations,
    synchronize: false,
    installExtensions: false,
    logging: false,
    poolSize: 10,
    applicationName: "sightline",
    extra: { connectionTimeoutMillis: 5_000, keepAlive: true },
    // The pool survives a lost connection by opening a new one; the query that met it has its own error.
    poolErrorHandler: () => undefined,
  });
  await dataSource.initialize();
  try {
    await migrate(dataSource);
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
  return dataSource;
}

async function migrate(dataSource: DataSource): Promise<void> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await dataSource.runMigrations({ transaction: "each" });
    await runner.query("SELECT pg_advisory_unlock($1)", [MIGRATION_LOCK]);
  } finally {
    await runner.release();
  }
}
