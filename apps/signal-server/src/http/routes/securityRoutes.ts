import { ok } from "@sightline/protocol";
import type { SecurityJournal } from "../../domain/security/securityJournal";
import type { Handlers } from "../handlers";

interface SecurityPorts {
  readonly security: SecurityJournal;
}

export function securityRoutes({ security }: SecurityPorts): Pick<Handlers, "listActivity"> {
  return { listActivity: async ({ session }) => ok(await security.recentOf(session.user.id)) };
}
