import { createServer as createHttpServer, type Server as HttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { DataSource } from "typeorm";
import { createHasher } from "./adapters/hasher";
import { randomIds } from "./adapters/ids";
import { type Budgets, createLimits, RELAXED_FACTOR, standardBudgets } from "./adapters/limits";
import { createScheduler } from "./adapters/scheduler";
import { createTurnSigner } from "./adapters/turnSigner";
import { composeDomain, type Domain } from "./composeDomain";
import type { Config } from "./config";
import type { Clock, Limits, Log } from "./domain/ports";
import { createIceIssuer } from "./domain/ice/iceIssuer";
import { standardTiming, type Timing } from "./domain/timing";
import { createOriginRule, type OriginRule } from "./edge/origins";
import { createSessionCookie, type SessionCookie } from "./edge/sessionCookie";
import { createHttpApp } from "./http/createHttpApp";
import { accountRoutes } from "./http/routes/accountRoutes";
import { callRoutes } from "./http/routes/callRoutes";
import { contactRoutes } from "./http/routes/contactRoutes";
import { roomRoutes } from "./http/routes/roomRoutes";
import { serverRoutes } from "./http/routes/serverRoutes";
import { createRepositories } from "./persistence/createRepositories";
import { openDataSource } from "./persistence/dataSource";
import { isDatabaseAway } from "./persistence/databaseFaults";
import { callHandlers } from "./socket/callHandlers";
import { relayHandlers } from "./socket/relayHandlers";
import type { SignalServer } from "./socket/signalSocket";
import { createCallRoutes, createConnections, createSocketNotifier } from "./socket/socketNotifier";
import { roomHandlers } from "./socket/roomHandlers";
import { createSignalServer, serveSockets } from "./socket/socketServer";

export interface ServerSettings {
  readonly config: Config;
  readonly databaseUrl: string;
  /** Version of the product, told to clients. */
  readonly version: string;
  readonly log: Log;
  readonly clock: Clock;
  /** Overrides of the standard waiting times. */
  readonly timing?: Partial<Timing>;
  /** Overrides of the standard budgets. */
  readonly budgets?: Partial<Budgets>;
}

export interface RunningServer {
  /** The address for browsers. */
  readonly url: string;
  readonly port: number;
  /** Ends all connections, then everything behind them. */
  close(): Promise<void>;
}

interface Parts {
  readonly settings: ServerSettings;
  readonly http: HttpServer;
  readonly io: SignalServer;
  readonly dataSource: DataSource;
  readonly domain: Domain;
  readonly origins: OriginRule;
  readonly cookie: SessionCookie;
  readonly limits: Limits;
}

/** Opens the database, puts the server together and listens. Rejects when either cannot be had. */
export async function createServer(settings: ServerSettings): Promise<RunningServer> {
  const { config, clock, log } = settings;
  const dataSource = await openDataSource(settings.databaseUrl);
  const http = createHttpServer();
  const origins = createOriginRule(config, () => (http.address() as AddressInfo | null)?.port ?? config.port);
  const io = createSignalServer(http, origins);
  const scheduler = createScheduler(log);
  const hasher = createHasher({ cost: config.bcryptCost });
  const limits = createLimits(clock, config.relaxedLimits ? RELAXED_FACTOR : 1, {
    ...standardBudgets,
    ...settings.budgets,
  });
  const timing = { ...standardTiming, ring: config.ringSeconds * 1000, ...settings.timing };
  const notifier = createSocketNotifier(io);
  const domain = composeDomain({
    repositories: createRepositories(dataSource),
    notifier,
    connections: createConnections(io),
    routes: createCallRoutes(io),
    ids: randomIds,
    hasher,
    clock,
    limits,
    scheduler,
    timing,
    log,
    guestsAllowed: config.guests,
  });
  const cookie = createSessionCookie(config.publicUrl?.protocol === "https:", timing.sessionLife / 1000);
  const parts = { settings, http, io, dataSource, domain, origins, cookie, limits };
  serveHttp(parts);
  const { desk } = domain;
  const handlers = {
    ...callHandlers(desk),
    ...relayHandlers({ desk, notifier, limits }),
    ...roomHandlers(domain.rooms),
  };
  const { trustProxy } = config;
  serveSockets(io, { ...domain, handlers, cookie, limits, log, trustProxy, isTemporary: isDatabaseAway });

  const close = async () => {
    // A request that hangs must not hold up the rest of the stop.
    const impatient = setTimeout(() => http.closeAllConnections(), 3_000);
    await io.close();
    clearTimeout(impatient);
    await scheduler.close();
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
  scheduler.every(timing.sweep, () => domain.desk.sweep());
  scheduler.every(timing.sessionSweep, () => domain.sessions.sweep());
  scheduler.every(timing.sessionSweep, () => domain.guests.sweep());
  return { url: urlOf(http, config), port: (http.address() as AddressInfo).port, close };
}

function serveHttp({ settings, http, dataSource, domain, origins, cookie, limits }: Parts): void {
  const { config, version, log } = settings;
  const { sessions, desk, users, book } = domain;
  const app = createHttpApp({
    ...config,
    handlers: {
      ...serverRoutes({ version, guests: config.guests, issuer: issuerOf(settings, limits) }),
      ...accountRoutes({ ...domain, limits }),
      ...contactRoutes(book),
      ...callRoutes(desk, users),
      ...roomRoutes(domain),
    },
    faults: { isTemporary: isDatabaseAway },
    isReady: async () => Array.isArray(await dataSource.query("SELECT 1")),
    sessions,
    origins,
    cookie,
    limits,
    log,
  });
  const serve = app.callback();
  http.on("request", (request, response) => void serve(request, response));
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
