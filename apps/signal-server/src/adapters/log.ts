import { pino } from "pino";
import type { Log, LogFields } from "../domain/ports";

export type LogLevel = "fatal" | "error" | "warn" | "info" | "debug" | "silent";

/** The fields that may show of an error. Others hold rows and parameters: names, addresses, descriptions. */
function describeFault(fault: unknown): object {
  if (!(fault instanceof Error)) return { kind: typeof fault };
  const code: unknown = "code" in fault ? fault.code : undefined;
  return { kind: fault.name, code: typeof code === "string" ? code : undefined, stack: fault.stack };
}

/** JSON lines on standard output, or wherever `write` takes them. */
export function createLog(level: LogLevel, write?: (line: string) => void): Log {
  const options = {
    level,
    base: undefined,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    serializers: { fault: describeFault },
    // The closed LogFields keeps secrets out; this is the net below it, should a field of that name ever appear.
    redact: ["token", "password", "authorization", "cookie", "email", "sdp", "candidate", "ip"].flatMap((name) => [
      name,
      `*.${name}`,
    ]),
  };
  const logger = write ? pino(options, { write }) : pino(options);
  return {
    info: (message: string, fields: LogFields = {}) => logger.info(fields, message),
    warn: (message: string, fields: LogFields = {}) => logger.warn(fields, message),
    error: (message: string, fields: LogFields = {}) => logger.error(fields, message),
  };
}
