import { createServer as createHttpServer, type Server as HttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { DataSource } from "typeorm";
import { joinCluster, type RedisClient } from "./adapters/cluster";
import { type ClosableHasher, createHasher } from "./adapters/hasher";
import { randomIds } from "./adapters/ids";
import { type Budgets, createLimits, RELAXED_FACTOR, standardBudgets } from "./adapters/limits";
import { createMailer } from "./adapters/mail/createMailer";
import { createPictureMaker } from "./adapters/pictureMaker";
import { createSharedBudgets } from "./adapters/sharedBudgets";
import { createScheduler } from "./adapters/scheduler";
import { deriveKey } from "./adapters/deriveKey";
import { oneTimeCodes } from "./adapters/oneTimeCodes";
import { createSecretBox } from "./adapters/secretBox";
import { createTurnSigner } from "./adapters/turnSigner";
import { composeDomain, type Domain } from "./composeDomain";
import type { Config } from "./config";
import type { Clock, Limits, Log, Scheduler } from "./domain/ports";
import { createIceIssuer } from "./domain/ice/iceIssuer";
import { day, standardTiming, type Timing } from "./domain/timing";
import { standardPreferences } from "./domain/users/preferences";
import { type AddressHash, createAddressHash } from "./edge/addressHash";
import { createOriginRule, type OriginRule } from "./edge/origins";
import { createSessionCookie, type SessionCookie } from "./edge/sessionCookie";
import { createCallLog } from "./http/callLog";
import { createHttpApp } from "./http/createHttpApp";
import { accountRoutes } from "./http/routes/accountRoutes";
import { callRoutes } from "./http/routes/callRoutes";
import { deviceRoutes } from "./http/routes/deviceRoutes";
import { contactRoutes } from "./http/routes/contactRoutes";
import { securityRoutes } from "./http/routes/securityRoutes";
import { farewellRoutes } from "./http/routes/farewellRoutes";
import { preferenceRoutes } from "./http/routes/preferenceRoutes";
import { passwordRoutes } from "./http/routes/passwordRoutes";
import { invitationRoutes } from "./http/routes/invitationRoutes";
import { profileRoutes } from "./http/routes/profileRoutes";
import { roomRoutes } from "./http/routes/roomRoutes";
import { createUploads } from "./http/uploads";
import { twoFactorRoutes } from "./http/routes/twoFactorRoutes";
import { serverRoutes } from "./http/routes/serverRoutes";
import { createRepositories } from "./persistence/createRepositories";
import { openDataSource } from "./persistence/dataSource";
import { isDatabaseAway } from "./persistence/databaseFaults";
import { callHandlers } from "./socket/callHandlers";
import { relayHandlers } from "./socket/relayHandlers";
import type { SignalServer } from "./socket/signalSocket";
import { idleHandler } from "./socket/idleHandler";
import { pingHandler } from "./socket/pingHandler";
import { createDelivery } from "./socket/delivery";
import { countConnections } from "./socket/openConnections";
import { watchForDoubt } from "./socket/doubtWatch";
import { roomHandlers } from "./socket/roomHandlers";
import { createSignalServer, serveSockets } from "./socket/socketServer";

export interface ServerSettings {
  readonly config: Config;
  readonly databaseUrl: string;
  /** What secrets in the database are sealed with, and what all other keys of the server are derived from. */
  readonly secretsKey: string;
  /** Version of the product, told to clients. */
  readonly version: string;
  readonly log: Log;
  readonly clock: Clock;
  /** Overrides of the standard waiting times. */
  readonly timing?: Partial<Timing>;
  /** Overrides of the standard budgets. */
  readonly budgets?: Partial<Budgets>;
  /** Closed with the server; standard: one of its own. */
  readonly hasher?: ClosableHasher;
}

export interface RunningServer {
  /** The address for browsers. */
  readonly url: string;
  readonly port: number;
  /** The token for the first account, where only who is invited may make one; null: not needed. */
  firstInvitation(): Promise<string | null>;
  /** Ends all connections, then everything behind them. */
  close(): Promise<void>;
}

type Delivery = ReturnType<typeof createDelivery>;

interface Parts {
  readonly settings: ServerSettings;
  readonly http: HttpServer;
  readonly io: SignalServer;
  readonly dataSource: DataSource;
  readonly domain: Domain;
  readonly origins: OriginRule;
  readonly cookie: SessionCookie;
  readonly limits: Limits;
  readonly hashAddress: AddressHash;
}

/** Opens the database, puts the server together and listens. Rejects when either cannot be had. */
export async function createServer(settings: ServerSettings): Promise<RunningServer> {
  const { config, clock, log } = settings;
  const cluster = config.redisUrl === null ? null : await joinCluster(config.redisUrl, log);
  const dataSource = await openDataSource(settings.databaseUrl);
  // Whoever sends slower than this is not served.
  const http = createHttpServer({ requestTimeout: 60_000 });
  const connections = countConnections(http);
  const origins = createOriginRule(config, () => (http.address() as AddressInfo | null)?.port ?? config.port);
  const timing = { ...standardTiming, ...timingOf(config), ...settings.timing };
  const io = createSignalServer(http, origins, cluster?.redis ?? null, timing);
  const scheduler = createScheduler(log);
  const mailer = mailerOf(settings, http, scheduler);
  const hasher = settings.hasher ?? createHasher({ cost: config.bcryptCost });
  const limits = limitsOf(settings, cluster?.redis ?? null);
  const delivery = createDelivery(io, cluster?.registry ?? null, log);
  const domain = composeDomain({
    repositories: createRepositories(dataSource, standardPreferences(config.signUp, config.confirmationRequired)),
    ...delivery,
    ids: randomIds,
    hasher,
    codes: oneTimeCodes,
    box: createSecretBox(settings.secretsKey),
    mailer,
    pictureMaker: createPictureMaker(),
    clock,
    limits,
    scheduler,
    timing,
    log,
    guestsAllowed: config.guests,
    ...config,
  });
  const cookie = createSessionCookie(config.publicUrl?.protocol === "https:", timing.sessionLife / 1000);
  const hashAddress = createAddressHash(deriveKey(settings.secretsKey, "address hashes"));
  const parts = { settings, http, io, dataSource, domain, origins, cookie, limits, hashAddress };
  serveHttp(parts);
  serveSignals(parts, delivery);

  const close = async () => {
    // A request that hangs, or a device that is gone, must not hold up the rest of the stop.
    const impatient = setTimeout(() => connections.cutAll(), 3_000);
    await io.close();
    await cluster?.leave();
    clearTimeout(impatient);
    await scheduler.close();
    await mailer.close();
    await domain.security.settled();
    await hasher.close();
    await dataSource.destroy();
  };
  try {
    await listen(http, config);
    await domain.watch.watchLeftovers();
  } catch (error) {
    await close();
    throw error;
  }
  sweepRegularly(scheduler, domain, timing);
  watchForDoubt({ ...delivery, ...domain, scheduler, timing });
  scheduler.every(timing.sessionTouch, () => domain.sessions.inUse(delivery.sessionsHere()));
  const firstInvitation = () => domain.invitations.makeFirst();
  return { url: urlOf(http, config), port: (http.address() as AddressInfo).port, firstInvitation, close };
}

function limitsOf({ config, clock, log, budgets, secretsKey }: ServerSettings, redis: RedisClient | null): Limits {
  const hideKey = createAddressHash(deriveKey(secretsKey, "budget keys"));
  return createLimits({
    clock,
    factor: config.relaxedLimits ? RELAXED_FACTOR : 1,
    budgets: { ...standardBudgets, ...budgets },
    shared: redis && createSharedBudgets({ redis, hideKey, log }),
  });
}

function timingOf({ ringSeconds, sessionIdleDays, sessionDays, callLogDays }: Config): Partial<Timing> {
  return {
    ring: ringSeconds * 1000,
    sessionIdle: sessionIdleDays * day,
    sessionLife: sessionDays * day,
    callsKept: callLogDays * day,
  };
}

/** Clears away what has had its time, on every node. */
function sweepRegularly(scheduler: Scheduler, domain: Domain, timing: Timing): void {
  const { desk, sessions, guests, security, secondStep, proofs, signUps, invitations } = domain;
  const hourly = [sessions, guests, security, secondStep, proofs, signUps, invitations];
  scheduler.every(timing.sweep, () => desk.sweep());
  scheduler.every(timing.sweep, () => domain.preferences.sweep());
  for (const part of hourly) scheduler.every(timing.sessionSweep, () => part.sweep());
  scheduler.every(timing.sessionSweep, () => desk.forget());
}

function serveSignals({ settings, io, domain, cookie, limits, hashAddress }: Parts, delivery: Delivery): void {
  const { log, config } = settings;
  const { desk, resuming, rooms, presence } = domain;
  const handlers = {
    ...callHandlers(desk, resuming, domain.users),
    ...relayHandlers({ ...delivery, desk, limits }),
    ...roomHandlers(rooms),
    ...pingHandler,
    ...idleHandler({ ...delivery, presence }),
  };
  const { trustProxy } = config;
  const edge = { cookie, limits, log, trustProxy, hashAddress, isTemporary: isDatabaseAway };
  serveSockets(io, { ...domain, ...delivery, ...edge, handlers });
}

function serveHttp({ settings, http, dataSource, domain, origins, cookie, limits, hashAddress }: Parts): void {
  const { config, version, log } = settings;
  const { sessions, security } = domain;
  const { guests, passwordMinLength, strangerCalls, directory, signUp } = config;
  const rules = { passwordMinLength, directory, signUp: signUp.policy, signUpDomains: [...signUp.domains] };
  const callLog = createCallLog(domain);
  const app = createHttpApp({
    ...config,
    handlers: {
      ...serverRoutes({ version, guests, strangerCalls, ...rules, issuer: issuerOf(settings, limits) }),
      ...accountRoutes({ ...domain, limits }),
      ...securityRoutes(domain),
      ...deviceRoutes(domain),
      ...twoFactorRoutes({ ...domain, limits }),
      ...passwordRoutes(domain),
      ...invitationRoutes(domain),
      ...contactRoutes(domain),
      ...preferenceRoutes(domain.preferences),
      ...callRoutes(callLog),
      ...profileRoutes(domain.profile),
      ...farewellRoutes({ ...domain, callLog }),
      ...roomRoutes(domain),
    },
    faults: { isTemporary: isDatabaseAway },
    isReady: async () => Array.isArray(await dataSource.query("SELECT 1")),
    findPicture: (id) => domain.pictures.find(id),
    uploads: createUploads(limits),
    sessions,
    security,
    origins,
    cookie,
    limits,
    hashAddress,
    log,
  });
  const serve = app.callback();
  http.on("request", (request, response) => void serve(request, response));
}

function mailerOf({ config, clock, log }: ServerSettings, http: HttpServer, scheduler: Scheduler) {
  // Kept, because letters are still delivered when the server has stopped to listen.
  let origin = "";
  http.once("listening", () => {
    origin = urlOf(http, config);
  });
  const place = () => ({ origin, hasWebApp: config.webRoot !== null });
  return createMailer({ settings: config.mail, dataDir: config.dataDir, place, scheduler, clock, log });
}

function issuerOf({ config, clock }: ServerSettings, limits: Limits) {
  const signer = config.turnSecret === null ? null : createTurnSigner(config.turnSecret);
  return createIceIssuer({ servers: config.iceServers, seconds: config.turnSeconds, signer, clock, limits });
}

function listen(http: HttpServer, { port, host }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once("error", reject);
    http.listen(port, host, () => {
      http.off("error", reject);
      resolve();
    });
  });
}

function urlOf(http: HttpServer, { host, publicUrl }: Config): string {
  if (publicUrl) return publicUrl.origin;
  const { port } = http.address() as AddressInfo;
  const isEverywhere = host === "0.0.0.0" || host === "::";
  const name = isEverywhere || host === "127.0.0.1" ? "localhost" : host.includes(":") ? `[${host}]` : host;
  return `http://${name}:${port}`;
}
