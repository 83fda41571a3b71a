import { ok } from "@sightline/protocol";
import type { Invitations } from "../../domain/users/invitations";
import type { Handlers } from "../handlers";

/** Inviting people to make an account. */
export function invitationRoutes({
  invitations,
}: {
  readonly invitations: Invitations;
}): Pick<Handlers, "makeInvitation" | "listInvitations" | "withdrawInvitation"> {
  return {
    makeInvitation: ({ session }) => invitations.make(session.user),
    listInvitations: async ({ session }) => ok([...(await invitations.list(session.user))]),
    withdrawInvitation: ({ session, params }) => invitations.withdraw(session.user, params.invitationId),
  };
}
