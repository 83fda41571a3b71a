import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Me, RouteInput, RouteName } from "@sightline/protocol";
import pg from "pg";
import { type ClosableHasher, createHasher } from "../adapters/hasher";
import { createLog } from "../adapters/log";
import { systemClock } from "../adapters/clock";
import { type Config, readConfig } from "../config";
import { createServer, type RunningServer } from "../createServer";
import type { Budgets } from "../adapters/limits";
import type { Clock } from "../domain/ports";
import type { Timing } from "../domain/timing";
import { type Answer, callRoute, valueOf } from "./httpClient";
import { createTestDatabase } from "./testDatabase";
import { type ConnectOptions, connectSocket, type TestSocket } from "./testSocket";

export interface TestServerOptions {
  readonly config?: Partial<Config>;
  readonly timing?: Partial<Timing>;
  readonly clock?: Clock;
  readonly budgets?: Partial<Budgets>;
  /** Works on the database of this one, which outlives it. */
  readonly beside?: TestServer;
}

export const PASSWORD = "correct horse battery staple";

/** A signed-up person with the desktop app's token. */
export class Person {
  constructor(
    private readonly server: TestServer,
    readonly me: Me,
    readonly token: string,
  ) {}

  get id(): string {
    return this.me.id;
  }

  call<N extends RouteName>(name: N, input: RouteInput<N>): Promise<Answer<N>> {
    return this.server.call(name, input, { authorization: `Bearer ${this.token}` });
  }

  connect(options: ConnectOptions = {}): Promise<TestSocket> {
    return this.server.connect({ token: this.token, ...options });
  }
}

/** A whole server on a database and a port of its own. */
export class TestServer {
  private made = 0;
  private readonly sockets: TestSocket[] = [];

  constructor(
    private running: RunningServer,
    private readonly start: () => Promise<RunningServer>,
    private readonly clearAway: () => Promise<void>,
    readonly databaseUrl: string,
    /** Everything it has logged. */
    readonly logged: string[],
  ) {}

  get url(): string {
    return this.running.url;
  }

  get port(): number {
    return this.running.port;
  }

  call<N extends RouteName>(name: N, input: RouteInput<N>, headers?: Record<string, string>): Promise<Answer<N>> {
    return callRoute(this.url, name, input, headers);
  }

  firstInvitation(): Promise<string | null> {
    return this.running.firstInvitation();
  }

  async connect(options: ConnectOptions): Promise<TestSocket> {
    const socket = await connectSocket(this.url, options);
    this.sockets.push(socket);
    return socket;
  }

  async person(username = `person${++this.made}`): Promise<Person> {
    const input = { name: `The ${username}`, username, email: `${username}@example.org`, password: PASSWORD };
    const { me, token = "" } = valueOf((await this.call("signUp", { ...input, client: "desktop" })).result);
    return new Person(this, me, token);
  }

  /** Two people who have accepted each other. */
  async contacts(): Promise<[Person, Person]> {
    const pair: [Person, Person] = [await this.person(), await this.person()];
    await this.befriend(...pair);
    return pair;
  }

  async befriend(one: Person, other: Person): Promise<void> {
    valueOf((await one.call("requestContact", { username: other.me.username })).result);
    valueOf((await other.call("acceptContact", { userId: one.id })).result);
  }

  /** Rows of its database, past all rules. */
  async query<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    const client = new pg.Client({ connectionString: this.databaseUrl });
    await client.connect();
    try {
      return (await client.query(sql, parameters)).rows as T[];
    } finally {
      await client.end();
    }
  }

  /** Stops the server and starts it again on the same database. */
  async restart(): Promise<void> {
    await this.running.close();
    this.running = await this.start();
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.close();
    await this.running.close();
    await this.clearAway();
  }
}

const hashers = new Map<number, ClosableHasher>();

/** One for all servers of a worker: each would start a thread of its own, which takes longer than most of their tests. */
function sharedHasher(cost: number): ClosableHasher {
  const hasher = hashers.get(cost) ?? createHasher({ cost });
  hashers.set(cost, hasher);
  return { ...hasher, close: async () => {} };
}

function testConfig(dataDir: string, changes: Partial<Config> = {}): Config {
  const read = readConfig({ DATA_DIR: dataDir, PORT: "0", BCRYPT_COST: "4", RATE_LIMITS: "relaxed" });
  if ("faults" in read) throw new Error(read.faults.join());
  return { ...read.config, ...changes };
}

export async function createTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const { beside } = options;
  const database = beside ? { url: beside.databaseUrl, drop: async () => {} } : await createTestDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), "sightline-test-"));
  const clearAway = async () => {
    await database.drop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  const logged: string[] = [];
  const log = createLog("debug", (line) => logged.push(line));
  const config = testConfig(dataDir, options.config);
  const start = () =>
    createServer({
      config,
      hasher: sharedHasher(config.bcryptCost),
      databaseUrl: database.url,
      secretsKey: "the same for all servers of a test",
      version: "0.0.0-test",
      log,
      clock: options.clock ?? systemClock,
      budgets: options.budgets,
      timing: { sweep: 100, ...options.timing },
    });
  return new TestServer(await start(), start, clearAway, database.url, logged);
}
