import { z } from "zod";
import { activity } from "../activity";
import { none, type Route } from "./route";

/** What keeps one's own account safe. */
export const securityRoutes = {
  /** The newest 50 of the last 90 days, newest first. */
  listActivity: {
    method: "GET",
    path: "/api/me/activity",
    auth: "session",
    params: none,
    body: none,
    response: z.array(activity),
  },
} as const satisfies Record<string, Route>;
