import { systemClock } from "../adapters/clock";
import { randomIds } from "../adapters/ids";
import { createLimits } from "../adapters/limits";
import { createLog } from "../adapters/log";
import type { Config } from "../config";
import { standardTiming } from "../domain/timing";
import { Invitations } from "../domain/users/invitations";
import { openDataSource } from "../persistence/dataSource";
import { createInvitationRepository } from "../persistence/repositories/invitationRepository";
import { invitationLink } from "./invitationLink";

/** Where people reach the server, as far as its settings tell. */
function urlOf({ publicUrl, port }: Config): string {
  return publicUrl?.origin ?? `http://localhost:${port}`;
}

/** The operator's own invitation, beside a server that runs or not. Answers its link and when it runs out. */
export async function makeInvitation(config: Config, databaseUrl: string): Promise<{ link: string; expiresAt: Date }> {
  const dataSource = await openDataSource(databaseUrl);
  try {
    const invitations = new Invitations({
      invitations: createInvitationRepository(dataSource),
      signUp: config.signUp,
      ids: randomIds,
      clock: systemClock,
      limits: createLimits({ clock: systemClock }),
      timing: standardTiming,
      log: createLog("silent"),
    });
    const { token, expiresAt } = await invitations.makeForOperator();
    return { link: invitationLink(urlOf(config), token), expiresAt };
  } finally {
    await dataSource.destroy();
  }
}
