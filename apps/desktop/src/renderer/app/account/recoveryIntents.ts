import type { HttpClient } from "../../transport/httpClient";
import type { Stores } from "../../ui/appContext";
import type { RecoveryIntents } from "../../ui/session/recoveryContext";
import { done } from "../done";

export function createRecoveryIntents(http: HttpClient, store: Stores["mailedLink"]): RecoveryIntents {
  return {
    askPasswordReset: async (email) => done(await http.request("askPasswordReset", { email })),
    resetPassword: async (proof, password) => done(await http.request("resetPassword", { proof, password })),
    forgetMailedLink: () => store.setState({ link: null }),
  };
}
