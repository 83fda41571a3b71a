import type { CredentialsIntents } from "./credentialsContext";
import type { FarewellIntents } from "./farewellContext";
import type { InvitationIntents } from "./invitationContext";
import type { SecurityIntents } from "./securityContext";

/** What the account dialog may ask for. */
export interface AccountIntents extends CredentialsIntents, FarewellIntents, InvitationIntents, SecurityIntents {}
