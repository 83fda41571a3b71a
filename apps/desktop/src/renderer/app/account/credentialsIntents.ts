import type { StoreApi } from "zustand/vanilla";
import type { CredentialsIntents } from "../../ui/account/credentialsContext";
import type { SessionStore } from "../../ui/appContext";
import { done } from "../done";
import type { Session } from "../session";

export function createCredentialsIntents(session: Session, store: StoreApi<SessionStore>): CredentialsIntents {
  const { link } = session;
  const { http } = link;
  return {
    async changePassword(input) {
      const answer = await http.request("changePassword", input);
      if (answer.ok) await link.keepRenewed(answer.value);
      return done(answer);
    },
    askEmailChange: async (input) => done(await http.request("askEmailChange", input)),
    confirmSignUp: async (proof) => done(await http.request("confirmSignUp", { proof })),
    askConfirmation: async (login) => done(await http.request("askConfirmation", { login })),
    async confirmEmail(proof) {
      const answer =
        "code" in proof
          ? await http.request("confirmEmailByCode", proof)
          : await http.request("confirmEmailByLink", proof);
      if (!answer.ok) return answer;
      // A link may have been opened where somebody else is logged in, or nobody.
      if (store.getState().status === "signedIn") await session.readMe();
      return done(answer);
    },
  };
}
