import {
  bodyOf,
  PROTOCOL_HEADER,
  PROTOCOL_VERSION,
  type ErrorCode,
  type Refusal,
  resultOf,
  type RouteInput,
  type RouteName,
  type RouteResponse,
  routes,
} from "@sightline/protocol";

/** A refusal by the server, or `network.unreachable` when no answer of a Sightline server came. */
export type HttpFailure = Omit<Refusal, "code"> & { code: ErrorCode | "network.unreachable" };
export type HttpOutcome<T> = { ok: true; value: T } | { ok: false; failure: HttpFailure };

export interface HttpClient {
  request<N extends RouteName>(name: N, input: RouteInput<N>): Promise<HttpOutcome<RouteResponse<N>>>;
}

interface Options {
  /** Origin of the server, without a trailing slash. */
  readonly address: string;
  /** Session token of the desktop app; null in a browser, whose cookie is sent by itself. */
  readonly token: () => string | null;
}

/** Longest wait for an answer, ms. Log-ins queue for the password hasher, so this is generous. */
const TIMEOUT_MS = 15_000;

/** Calls the routes of the contract and checks what comes back against it. Never throws. */
export function createHttpClient({ address, token }: Options): HttpClient {
  return {
    async request(name, input) {
      const route = routes[name];
      const bearer = token();
      const body = bodyOf(route, input);
      try {
        const response = await fetch(address + fillPath(route.path, input), {
          method: route.method,
          signal: AbortSignal.timeout(TIMEOUT_MS),
          headers: {
            [PROTOCOL_HEADER]: String(PROTOCOL_VERSION),
            ...(body ? { "content-type": body.type } : {}),
            ...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
          },
          ...(body ? { body: body.content } : {}),
        });
        return outcomeOf(name, await response.json());
      } catch {
        return { ok: false, failure: { code: "network.unreachable" } };
      }
    },
  };
}

function outcomeOf<N extends RouteName>(name: N, answer: unknown): HttpOutcome<RouteResponse<N>> {
  const parsed = resultOf(routes[name].response).safeParse(answer);
  if (!parsed.success) return { ok: false, failure: { code: "network.unreachable" } };
  if (!parsed.data.ok) return { ok: false, failure: parsed.data.error };
  return { ok: true, value: parsed.data.value as RouteResponse<N> };
}

/** `/api/users/:username` with `{ username: "ada" }` -> `/api/users/ada`. */
export function fillPath(path: string, input: object): string {
  return path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(String(Reflect.get(input, key))));
}
