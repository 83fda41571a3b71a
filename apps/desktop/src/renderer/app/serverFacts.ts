import type { StoreApi } from "zustand/vanilla";
import type { HttpClient } from "../transport/httpClient";
import type { ServerStore } from "../ui/session/serverContext";

/** Wait before asking again a server that did not answer, ms. */
const RETRY_MS = 5_000;

interface Options {
  readonly http: HttpClient;
  readonly store: StoreApi<ServerStore>;
}

/** Learns what the server's operator decided. The writer of the server store. */
export function learnServerFacts({ http, store }: Options): { invited(invitation: string): void } {
  const ask = async () => {
    const answer = await http.request("serverInfo", {});
    if (!answer.ok) return void setTimeout(() => void ask(), RETRY_MS);
    const { passwordMinLength, signUp, signUpDomains } = answer.value;
    store.setState({ passwordMinLength, signUp, signUpDomains });
  };
  void ask();
  return {
    /** The link of an invitation was opened. */
    invited: (invitation) => store.setState({ invitation }),
  };
}
