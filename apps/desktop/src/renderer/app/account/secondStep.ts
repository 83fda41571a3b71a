import type { ClientKind, Me } from "@sightline/protocol";
import type { StoreApi } from "zustand/vanilla";
import type { HttpClient, HttpOutcome } from "../../transport/httpClient";
import type { Outcome, SessionStore } from "../../ui/appContext";
import { isDone } from "../done";

interface Options {
  readonly http: HttpClient;
  readonly client: ClientKind;
  readonly store: StoreApi<SessionStore>;
  readonly enter: (answer: HttpOutcome<{ me: Me; token?: string | undefined }>) => Promise<Outcome>;
}

/** Logging in by password and, where the account has it, a code after that. The ticket between the two stays in here. */
export function createLogIn({ http, client, store, enter }: Options) {
  let ticket = "";
  return {
    /** Done, or the store says that a code is asked for. */
    async logIn(input: { login: string; password: string }): Promise<Outcome> {
      const answer = await http.request("logIn", { ...input, client });
      if (!answer.ok) return enter(answer);
      const { value } = answer;
      if (value.me) return enter({ ok: true, value });
      ticket = value.ticket;
      store.setState({ codeAsked: true });
      return isDone;
    },
    async finishLogIn(code: string): Promise<Outcome> {
      const entered = await enter(await http.request("logInSecondStep", { ticket, code, client }));
      if (entered.ok) store.setState({ codeAsked: false });
      return entered;
    },
    /** Back to the password. */
    abandonLogIn() {
      ticket = "";
      store.setState({ codeAsked: false });
    },
  };
}
