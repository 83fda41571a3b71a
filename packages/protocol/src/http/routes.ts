import type { z } from "zod";
import { accountRoutes } from "./accountRoutes";
import { callRoutes } from "./callRoutes";
import { deviceRoutes } from "./deviceRoutes";
import { farewellRoutes } from "./farewellRoutes";
import { passwordRoutes } from "./passwordRoutes";
import { invitationRoutes } from "./invitationRoutes";
import { peopleRoutes } from "./peopleRoutes";
import { profileRoutes } from "./profileRoutes";
import { roomRoutes } from "./roomRoutes";
import { securityRoutes } from "./securityRoutes";
import { serverRoutes } from "./serverRoutes";
import { twoFactorRoutes } from "./twoFactorRoutes";

/** Every HTTP route. Answers are a `Result` around `response`; refusals carry the HTTP status of `httpStatus.ts`. */
export const routes = {
  ...serverRoutes,
  ...accountRoutes,
  ...passwordRoutes,
  ...invitationRoutes,
  ...securityRoutes,
  ...deviceRoutes,
  ...twoFactorRoutes,
  ...peopleRoutes,
  ...farewellRoutes,
  ...profileRoutes,
  ...callRoutes,
  ...roomRoutes,
};

export type Routes = typeof routes;
export type RouteName = keyof Routes;
/** The empty object's type is `Record<string, never>`, which would forbid the fields of what it is joined with. */
type Fields<T> = string extends keyof T ? unknown : T;
/** What a caller passes (before the schema trims and lower-cases). */
export type RouteInput<N extends RouteName> = object &
  Fields<z.input<Routes[N]["params"]>> &
  Fields<z.input<Routes[N]["body"]>>;
/** What a handler receives. */
export type RouteRequest<N extends RouteName> = {
  params: z.output<Routes[N]["params"]>;
  body: z.output<Routes[N]["body"]>;
};
export type RouteResponse<N extends RouteName> = z.output<Routes[N]["response"]>;
