import { ok } from "@sightline/protocol";
import type { PreferenceBook } from "../../domain/users/preferences";
import type { Handlers } from "../handlers";

export function preferenceRoutes(book: PreferenceBook): Pick<Handlers, "preferences" | "changePreferences"> {
  return {
    preferences: async ({ session }) => ok(await book.of(session.user.id)),
    changePreferences: ({ session, body }) => book.change(session.user, body),
  };
}
