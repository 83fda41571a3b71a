import { type Me, ok, type Result } from "@sightline/protocol";
import type { Profile } from "../../domain/users/profile";
import { meOf, type User } from "../../domain/users/user";
import type { Handlers } from "../handlers";

type ProfileHandlers = Pick<Handlers, "changeName" | "changePicture" | "removePicture">;

/** What one is told of oneself after a change. */
const answer = (changed: Result<User>): Result<Me> => (changed.ok ? ok(meOf(changed.value)) : changed);

export function profileRoutes(profile: Profile): ProfileHandlers {
  return {
    changeName: async ({ session, body }) => answer(await profile.rename(session.user, body.name)),
    changePicture: async ({ session, body }) => answer(await profile.changePicture(session.user, body.picture)),
    removePicture: async ({ session }) => answer(await profile.removePicture(session.user)),
  };
}
