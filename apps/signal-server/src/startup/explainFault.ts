function codeOf(error: Error): string {
  return "code" in error && typeof error.code === "string" ? error.code : "";
}

/** A start-up fault in one sentence for the person at the console. Never a stack, never a password. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return "The server could not start.";
  const code = codeOf(error);
  const port = "port" in error ? String(error.port) : "";
  if ("syscall" in error && error.syscall === "listen") {
    if (code === "EADDRINUSE") return `Port ${port} is already in use. Stop the other program or choose another PORT.`;
    if (code === "EACCES") return `Port ${port} may not be used by this user. Choose a PORT above 1023.`;
    if (code === "EADDRNOTAVAIL") return "HOST is not an address of this machine.";
  }
  if (/^(ECONN|ENOTFOUND|EAI_|ETIMEDOUT|EHOSTUNREACH)/.test(code)) {
    return `The database at DATABASE_URL cannot be reached (${code}).`;
  }
  if (/^(28|3D|08|53|57)[0-9A-Z]{3}$/.test(code)) return `The database at DATABASE_URL refused us: ${error.message}.`;
  return error.message.split("\n")[0] || "The server could not start.";
}
