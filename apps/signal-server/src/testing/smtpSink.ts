import type { AddressInfo } from "node:net";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import type { SmtpServer } from "../mailSettings";

export interface SunkMail {
  readonly to: readonly string[];
  /** Did it come over TLS? */
  readonly secure: boolean;
  readonly mail: Email;
}

/** What a sink says to one recipient: null takes the mail. */
export type Verdict = { readonly status: number; readonly words: string } | null;

export interface SinkOptions {
  readonly port?: number;
  readonly tls?: { readonly key: string; readonly cert: string; readonly fromTheStart?: boolean };
  readonly login?: { readonly user: string; readonly pass: string };
  /** Asked for each recipient; may take its time. */
  readonly judge?: (recipient: string) => Verdict | Promise<Verdict>;
}

/** A mail server that keeps what it is given, read by a library that knows nothing of the sender's. */
export interface SmtpSink {
  readonly port: number;
  readonly mails: readonly SunkMail[];
  /** How to reach it, in the clear. */
  readonly server: SmtpServer;
  close(): Promise<void>;
}

function judged(verdict: Verdict): Error | null {
  return verdict && Object.assign(new Error(verdict.words), { responseCode: verdict.status });
}

function serverOptions({ tls, login, judge = () => null }: SinkOptions, mails: SunkMail[]): SMTPServerOptions {
  return {
    ...(tls ? { key: tls.key, cert: tls.cert, secure: tls.fromTheStart ?? false } : { disabledCommands: ["STARTTLS"] }),
    authOptional: login === undefined,
    hideSize: true,
    // Those who keep a connection for the next letter do not hold up the end of a test.
    closeTimeout: 100,
    onAuth({ username, password }, _session, done) {
      const isRight = username === login?.user && password === login?.pass;
      done(isRight ? null : new Error("Invalid username or password"), { user: username });
    },
    onRcptTo: ({ address }, _session, done) => {
      void Promise.resolve(judge(address)).then((verdict) => done(judged(verdict)));
    },
    onData(stream, session, done) {
      const pieces: Buffer[] = [];
      stream.on("data", (piece: Buffer) => pieces.push(piece));
      stream.on("end", () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        void PostalMime.parse(Buffer.concat(pieces)).then((mail) => {
          mails.push({ to, secure: session.secure, mail });
          done();
        });
      });
    },
  };
}

export async function startSmtpSink(options: SinkOptions = {}): Promise<SmtpSink> {
  const mails: SunkMail[] = [];
  const sink = new SMTPServer(serverOptions(options, mails));
  // A client that turns away from our certificate is an error here and a test's subject there.
  sink.on("error", () => undefined);
  await new Promise<void>((resolve) => sink.listen(options.port ?? 0, "127.0.0.1", resolve));
  const { port } = sink.server.address() as AddressInfo;
  return {
    port,
    mails,
    server: { host: "127.0.0.1", port, security: "none", login: null },
    close: () => new Promise((resolve) => sink.close(() => resolve())),
  };
}
