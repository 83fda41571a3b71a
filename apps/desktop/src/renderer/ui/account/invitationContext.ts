import type { Invitation } from "@sightline/protocol";
import type { Outcome } from "../appContext";

/** Inviting people to this server. */
export interface InvitationIntents {
  /** The link is told this once. */
  makeInvitation(): Promise<Outcome<Invitation & { readonly link: string }>>;
  /** Those that can still be used. */
  openInvitations(): Promise<Outcome<Invitation[]>>;
  withdrawInvitation(id: string): Promise<Outcome>;
  /** Into the clipboard; a notice tells whether it went. */
  copyInvitation(link: string): Promise<void>;
}
