import {
  bodyOf,
  PROTOCOL_HEADER,
  PROTOCOL_VERSION,
  type Result,
  resultOf,
  type RouteInput,
  type RouteName,
  type RouteResponse,
  routes,
} from "@sightline/protocol";

export interface Answer<N extends RouteName> {
  readonly status: number;
  readonly headers: Headers;
  readonly result: Result<RouteResponse<N>>;
}

/** Calls a route of the contract and checks the answer against it. `headers` overrides; an empty value removes one. */
export async function callRoute<N extends RouteName>(
  base: string,
  name: N,
  input: RouteInput<N>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer<N>> {
  const route = routes[name];
  const { method, path, response: schema, params } = route;
  const fields = { ...input } as Record<string, unknown>;
  let address: string = path;
  for (const key of Object.keys(params.shape)) {
    address = address.replace(`:${key}`, encodeURIComponent(String(fields[key])));
    delete fields[key];
  }
  const sent = bodyOf(route, fields);
  const type = sent?.type ?? "application/json";
  const given = { "content-type": type, [PROTOCOL_HEADER]: String(PROTOCOL_VERSION), ...headers };
  const response = await fetch(base + address, {
    method,
    headers: Object.fromEntries(Object.entries(given).filter(([, value]) => value !== "")),
    body: sent?.content,
  });
  const result = resultOf(schema).parse(await response.json()) as Result<RouteResponse<N>>;
  return { status: response.status, headers: response.headers, result };
}

/** The value of a result that must be good. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** The code of a refusal, or "ok". */
export function codeOf(result: Result<unknown>): string {
  return result.ok ? "ok" : result.error.code;
}
