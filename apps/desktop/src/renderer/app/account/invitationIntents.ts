import { invitationLink } from "../../../shared/secretLink";
import type { Platform } from "../../platform/platform";
import type { HttpClient } from "../../transport/httpClient";
import type { InvitationIntents } from "../../ui/account/invitationContext";
import { copyLink } from "../copyLink";
import { done } from "../done";
import type { Notify } from "../notices";

interface Parts {
  readonly platform: Pick<Platform, "serverAddress">;
  readonly http: HttpClient;
  readonly notify: Notify;
}

/** What the view of invitations may ask for. */
export function createInvitationIntents({ platform, http, notify }: Parts): InvitationIntents {
  return {
    async makeInvitation() {
      const answer = await http.request("makeInvitation", {});
      if (!answer.ok) return answer;
      const { token, ...invitation } = answer.value;
      return { ok: true, value: { ...invitation, link: invitationLink(platform.serverAddress, token) } };
    },
    openInvitations: () => http.request("listInvitations", {}),
    async withdrawInvitation(invitationId) {
      return done(await http.request("withdrawInvitation", { invitationId }));
    },
    copyInvitation: (link) => copyLink(link, notify, "invitationCopied", "invitationNotCopied"),
  };
}
