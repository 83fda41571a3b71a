import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import PostalMime from "postal-mime";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Letter } from "../../domain/letters";
import type { SmtpServer } from "../../mailSettings";
import { type SinkOptions, type SmtpSink, startSmtpSink } from "../../testing/smtpSink";
import { systemClock } from "../clock";
import { createLog } from "../log";
import { createScheduler } from "../scheduler";
import { createMailer } from "./createMailer";
import { MailQueue, type MailQueuePorts } from "./mailQueue";
import { createSmtpPostman } from "./smtpPostman";

const ANN = "ann.private@example.org";
const reset: Letter = { kind: "passwordReset", code: "AB2CD3", token: "t0ken-of-the-link", minutes: 15 };
const notice: Letter = { kind: "passwordChanged", how: "reset" };
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

async function sinkOf(options?: SinkOptions): Promise<SmtpSink> {
  const sink = await startSmtpSink(options);
  ends.push(() => sink.close());
  return sink;
}

function rig() {
  const logged: string[] = [];
  const log = createLog("debug", (line) => logged.push(line));
  const scheduler = createScheduler(log);
  ends.push(() => scheduler.close());
  return { logged, log, scheduler, clock: systemClock };
}

/** The whole way, as the server has it. */
function mailerTo(smtp: SmtpServer | null, dataDir = "/nowhere", clock = systemClock) {
  const ports = { ...rig(), clock };
  const mailer = createMailer({
    ...ports,
    settings: { smtp, from: smtp && "Sightline <calls@example.org>" },
    dataDir,
    place: () => ({ origin: "https://calls.example.org", hasWebApp: true }),
  });
  ends.push(() => mailer.close());
  return { ...ports, mailer };
}

/** The queue alone with short pauses. */
function queueTo(deliver: MailQueuePorts["deliver"], more: Partial<MailQueuePorts> = {}) {
  const ports = rig();
  const queue = new MailQueue({ ...ports, deliver, lanes: 2, pauses: [20, 40], ...more });
  return { ...ports, queue };
}

/** Delivers one line, with the log-in and the security of `server`. */
function deliverTo(server: SmtpServer, ca?: string) {
  const postman = createSmtpPostman(server, { connections: 2, ca });
  ends.push(() => postman.close());
  const letter = { from: "calls@example.org", subject: "S", text: "T", html: "<p>T</p>" };
  return (to: string) => postman.deliver({ ...letter, to });
}

function certificate(): { key: string; cert: string } {
  const folder = mkdtempSync(join(tmpdir(), "sightline-cert-"));
  const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
  const request = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"];
  const made = spawnSync("openssl", [
    ...request,
    "-subj",
    "/CN=localhost",
    "-addext",
    "subjectAltName=IP:127.0.0.1",
    "-keyout",
    key,
    "-out",
    cert,
  ]);
  if (made.status !== 0) throw new Error(`openssl made no certificate: ${made.stderr.toString()}`);
  const pair = { key: readFileSync(key, "utf8"), cert: readFileSync(cert, "utf8") };
  rmSync(folder, { recursive: true });
  return pair;
}
const hasOpenssl = spawnSync("openssl", ["version"]).status === 0;

describe("mail over SMTP", () => {
  it("arrives with text and HTML, and answering machines are told to be still", async () => {
    const sink = await sinkOf();
    const { mailer, logged } = mailerTo(sink.server);
    mailer.send(ANN, reset);
    await vi.waitFor(() => expect(sink.mails).toHaveLength(1));
    const [{ to, mail }] = sink.mails as [(typeof sink.mails)[0]];
    expect(to).toEqual([ANN]);
    expect(mail.from).toEqual({ name: "Sightline", address: "calls@example.org" });
    expect(mail.subject).toBe("Choose a new password");
    for (const part of [mail.text, mail.html]) {
      expect(part).toContain("AB2CD3");
      expect(part).toContain("https://calls.example.org/#reset/t0ken-of-the-link");
    }
    expect(mail.headers.find(({ key }) => key === "auto-submitted")?.value).toBe("auto-generated");
    expect(mail.attachments).toEqual([]);
    await vi.waitFor(() => expect(logged.join("")).toContain("mail delivered"));
    expect(logged.join("")).not.toMatch(/ann|example|AB2CD3|t0ken/);
  });

  it("logs in, and keeps a letter whose log-in fails for later", async () => {
    const login = { user: "calls", pass: "hunter2" };
    const sink = await sinkOf({ login });
    await deliverTo({ ...sink.server, login })(ANN);
    expect(sink.mails).toHaveLength(1);
    const wrong = deliverTo({ ...sink.server, login: { ...login, pass: "guess" } });
    const { queue, logged } = queueTo(wrong);
    queue.send(ANN, reset);
    await vi.waitFor(() => expect(logged.join("")).toMatch(/EAUTH.*mail must wait/));
    expect(logged.join("")).not.toMatch(/given up|guess/);
  });

  it("gives up at once what the mail server refuses for good, without naming the address", async () => {
    const sink = await sinkOf({ judge: () => ({ status: 550, words: `no such user ${ANN}` }) });
    const { mailer, logged } = mailerTo(sink.server);
    mailer.send(ANN, notice);
    await vi.waitFor(() => expect(logged.join("")).toContain("mail given up"));
    expect(JSON.parse(logged.at(-1) ?? "")).toMatchObject({ reason: "refused", status: 550, count: 0 });
    expect(logged.join("")).not.toMatch(/ann|example/);
  });

  it("tries again what the mail server cannot take now", async () => {
    let asked = 0;
    const sink = await sinkOf({ judge: () => (++asked < 3 ? { status: 451, words: "try later" } : null) });
    const { queue, logged } = queueTo(deliverTo(sink.server));
    queue.send(ANN, notice);
    await vi.waitFor(() => expect(sink.mails).toHaveLength(1));
    expect(logged.filter((line) => line.includes("mail must wait"))).toHaveLength(2);
  });

  it("delivers everything once a mail server that was away is back", async () => {
    const before = await startSmtpSink();
    await before.close();
    const { queue, logged } = queueTo(deliverTo(before.server));
    for (let letter = 0; letter < 10; letter++) queue.send(`p${letter}@example.org`, notice);
    await vi.waitFor(() =>
      expect(logged.filter((line) => line.includes("ECONNECTION") || line.includes("ESOCKET")).length).toBeGreaterThan(
        9,
      ),
    );
    const sink = await sinkOf({ port: before.port });
    await vi.waitFor(() => expect(sink.mails).toHaveLength(10), 5_000);
    expect(new Set(sink.mails.map(({ to }) => to[0])).size).toBe(10);
    await vi.waitFor(() => expect(logged.at(-1)).toContain('"count":0'));
  });

  it("one slow recipient does not hold up the others", async () => {
    let letGo = () => {};
    const held = new Promise<null>((resolve) => {
      letGo = () => resolve(null);
    });
    const sink = await sinkOf({ judge: (to) => (to.startsWith("slow") ? held : null) });
    const { mailer } = mailerTo(sink.server);
    mailer.send("slow@example.org", notice);
    for (let letter = 0; letter < 5; letter++) mailer.send(`quick${letter}@example.org`, notice);
    await vi.waitFor(() => expect(sink.mails).toHaveLength(5));
    letGo();
    await vi.waitFor(() => expect(sink.mails).toHaveLength(6));
  });

  describe.skipIf(!hasOpenssl)("over TLS (needs openssl)", () => {
    const tls = hasOpenssl ? certificate() : { key: "", cert: "" };

    it.each([
      ["starttls", false],
      ["tls", true],
    ] as const)("by %s, to a certificate that is trusted", async (security, fromTheStart) => {
      const sink = await sinkOf({ tls: { ...tls, fromTheStart } });
      await deliverTo({ ...sink.server, security }, tls.cert)(ANN);
      expect(sink.mails).toEqual([expect.objectContaining({ to: [ANN], secure: true })]);
    });

    it.each([
      ["starttls", false],
      ["tls", true],
    ] as const)("by %s, never to one that is not", async (security, fromTheStart) => {
      const sink = await sinkOf({ tls: { ...tls, fromTheStart } });
      await expect(deliverTo({ ...sink.server, security })(ANN)).rejects.toThrow(/self-signed/);
      expect(sink.mails).toEqual([]);
    });

    it("never in the clear where a server takes STARTTLS out of its offer", async () => {
      const sink = await sinkOf({ login: { user: "calls", pass: "hunter2" } });
      const login = { user: "calls", pass: "hunter2" };
      await expect(deliverTo({ ...sink.server, security: "starttls", login })(ANN)).rejects.toThrow(/STARTTLS/);
      expect(sink.mails).toEqual([]);
    });
  });
});

describe("the queue", () => {
  it("does nothing before who sends has gone on", async () => {
    const deliver = vi.fn(async () => {});
    const { queue } = queueTo(deliver);
    queue.send(ANN, notice);
    await Promise.resolve();
    expect(deliver).not.toHaveBeenCalled();
    await vi.waitFor(() => expect(deliver).toHaveBeenCalledOnce());
  });

  it("takes no more than it may hold, and says what it did not take", async () => {
    const { queue, logged } = queueTo(() => new Promise(() => {}), { most: 3 });
    for (let letter = 0; letter < 5; letter++) queue.send(ANN, notice);
    const lost = logged.filter((line) => line.includes("queue full"));
    expect(lost).toHaveLength(2);
    expect(lost[0]).toContain('"count":3');
  });

  it("tries a code for as long as it is good, and a notice for a day", async () => {
    let now = 0;
    const deliver = vi.fn(async () => Promise.reject(new Error("away")));
    const { queue, logged } = queueTo(deliver, { clock: { now: () => new Date(now) } });
    queue.send(ANN, reset);
    queue.send(ANN, notice);
    await vi.waitFor(() => expect(deliver.mock.calls.length).toBeGreaterThan(4));
    now = 15 * 60_000;
    await vi.waitFor(() => expect(logged.join("")).toContain("too late"));
    const given = logged.filter((line) => line.includes("given up")).map((line) => JSON.parse(line) as object);
    expect(given).toEqual([expect.objectContaining({ event: "passwordReset", count: 1 })]);
    now = 86_400_000;
    await vi.waitFor(() => expect(logged.filter((line) => line.includes("given up"))).toHaveLength(2));
  });

  it("tries what waits once more at the stop, and says how much is lost", async () => {
    let isAway = true;
    const seen: string[] = [];
    const { queue, logged, scheduler } = queueTo(
      async (to) => {
        seen.push(to);
        if (isAway || to === "b") throw new Error("away");
      },
      { pauses: [3_600_000] },
    );
    for (const to of ["a", "b"]) queue.send(to, notice);
    await vi.waitFor(() => expect(seen).toHaveLength(2));
    isAway = false;
    queue.send("c", notice);
    await scheduler.close();
    await queue.close();
    expect(seen.slice(2).toSorted()).toEqual(["a", "b", "c"]);
    expect(JSON.parse(logged.at(-1) ?? "")).toMatchObject({ msg: "mails lost at the stop", count: 1 });
  });
});

describe("without a mail server", () => {
  it("each mail is a file that only the server's user may read, and the log says nothing of what is in it", async () => {
    const dataDir = mkdtempSync(join(tmpdir(), "sightline-mail-"));
    ends.push(() => rmSync(dataDir, { recursive: true }));
    const { mailer, logged } = mailerTo(null, dataDir);
    mailer.send(ANN, reset);
    await vi.waitFor(() => expect(logged.join("")).toContain("mail delivered"));
    const folder = join(dataDir, "mail");
    const [file = "", ...others] = readdirSync(folder);
    expect(others).toEqual([]);
    expect(file).toMatch(/\.eml$/);
    if (process.platform !== "win32") {
      expect(statSync(folder).mode & 0o777).toBe(0o700);
      expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600);
    }
    const mail = await PostalMime.parse(readFileSync(join(folder, file)));
    expect(mail.to).toEqual([{ name: "", address: ANN }]);
    expect(mail.from?.address).toBe("sightline@calls.example.org");
    expect(mail.text).toContain("AB2CD3");
    expect(mail.html).toContain("AB2CD3");
    expect(logged.join("")).not.toMatch(/ann|example|AB2CD3|t0ken/);
  });

  it("a mail is removed after 30 days, when the next one is written", async () => {
    const dataDir = mkdtempSync(join(tmpdir(), "sightline-mail-"));
    ends.push(() => rmSync(dataDir, { recursive: true }));
    let now = Date.parse("2026-01-01T00:00:00Z");
    const { mailer, logged } = mailerTo(null, dataDir, { now: () => new Date(now) });
    const written = async (count: number) => {
      mailer.send(ANN, notice);
      await vi.waitFor(() => expect(logged.filter((line) => line.includes("mail delivered"))).toHaveLength(count));
      return readdirSync(join(dataDir, "mail")).map((name) => name.slice(0, 10));
    };
    expect(await written(1)).toEqual(["2026-01-01"]);
    now += 29 * 86_400_000;
    expect(await written(2)).toEqual(["2026-01-01", "2026-01-30"]);
    now += 2 * 86_400_000;
    expect(await written(3)).toEqual(["2026-01-30", "2026-02-01"]);
  });
});
