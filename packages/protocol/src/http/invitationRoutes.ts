import { z } from "zod";
import { invitation, invitationId, invitationToken } from "../invitation";
import { none, type Route } from "./route";

/** Inviting people to make an account here. `signUp.closed` where the server's policy lets nobody in. */
export const invitationRoutes = {
  /** The token is told this once; whoever signs up with it becomes a contact. */
  makeInvitation: {
    method: "POST",
    path: "/api/invitations",
    auth: "session",
    params: none,
    body: none,
    response: invitation.extend({ token: invitationToken }),
  },
  /** Mine that were neither used nor have run out, newest first. */
  listInvitations: {
    method: "GET",
    path: "/api/invitations",
    auth: "session",
    params: none,
    body: none,
    response: z.array(invitation),
  },
  withdrawInvitation: {
    method: "DELETE",
    path: "/api/invitations/:invitationId",
    auth: "session",
    params: z.object({ invitationId }),
    body: none,
    response: none,
  },
} as const satisfies Record<string, Route>;
