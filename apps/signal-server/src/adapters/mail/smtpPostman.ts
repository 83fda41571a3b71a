import { createTransport } from "nodemailer";
import type { SmtpServer } from "../../mailSettings";
import { messageOf, type Postman } from "./postman";

/** A server that says nothing for this long counts as away. */
const PATIENCE_MS = 15_000;

interface SmtpOptions {
  /** At most this many at once, each of which is used again. */
  readonly connections: number;
  /** Certificates to trust instead of the system's and those of NODE_EXTRA_CA_CERTS. */
  readonly ca?: string;
}

/** Delivers over SMTP. */
export function createSmtpPostman({ host, port, security, login }: SmtpServer, options: SmtpOptions): Postman {
  const transport = createTransport({
    pool: true,
    maxConnections: options.connections,
    host,
    port,
    secure: security === "tls",
    requireTLS: security === "starttls",
    ignoreTLS: security === "none",
    ...(login ? { auth: login } : {}),
    ...(options.ca === undefined ? {} : { tls: { ca: options.ca } }),
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  });
  // What goes wrong with a connection is told to the letters that were on it.
  transport.on("error", () => undefined);
  return {
    async deliver(letter) {
      await transport.sendMail(messageOf(letter));
    },
    close: () => transport.close(),
  };
}
