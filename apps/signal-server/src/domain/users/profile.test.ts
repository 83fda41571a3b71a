import { ok } from "@sightline/protocol";
import fc from "fast-check";
import { expect, it } from "vitest";
import { Profile } from "./profile";
import type { User } from "./user";

const person = (id: string): User => ({
  id,
  name: id,
  username: id,
  email: `${id}@example.org`,
  emailProved: false,
  pictureId: null,
  guestOf: null,
  passwordVersion: 0,
});

/** Ann and her contact Ben over storage that answers whenever `scheduler` lets it. */
function stage(scheduler: fc.Scheduler) {
  const stored = new Map([person("ann"), person("ben")].map((user) => [user.id, user]));
  const told = { me: "", contact: "" };
  const seen = ({ name, picture }: { name: string; picture?: string | undefined }) => `${name} ${picture ?? "-"}`;
  let made = 0;
  const set = (id: string, change: Partial<User>) => {
    const user = stored.get(id);
    if (user) stored.set(id, { ...user, ...change });
  };
  /** Work that takes its time before and after. */
  const later = async <T>(work: () => T): Promise<T> => {
    await scheduler.schedule(Promise.resolve());
    const result = work();
    await scheduler.schedule(Promise.resolve());
    return result;
  };
  const profile = new Profile({
    users: {
      rename: ({ id }, name) => later(() => set(id, { name })),
      findAll: (ids) => later(() => new Map(ids.flatMap((id) => stored.get(id) ?? []).map((user) => [user.id, user]))),
    },
    pictures: {
      put: (id, pictureId) => later(() => stored.has(id) && (set(id, { pictureId }), true)),
      remove: (id) => later(() => set(id, { pictureId: null })),
      find: async () => null,
      ofUser: async () => null,
    },
    pictureMaker: { make: (file) => later(() => ok(file)) },
    contacts: { listOf: () => later(() => [{ otherId: "ben", requestedBy: "ann", accepted: true }]) },
    book: {
      tell: (me) =>
        later(() => {
          told.contact = seen({ name: me.name, picture: me.pictureId ?? undefined });
          return null;
        }),
    },
    notifier: {
      toUser: (_id, _event, payload) => {
        told.me = seen(payload as { name: string });
      },
      toUserHere: () => undefined,
      toDevice: () => undefined,
      endSession: () => undefined,
    },
    ids: { uuid: String, secret: () => `picture ${++made}`, code: String, digest: String },
    limits: {
      take: async () => null,
      block: async () => undefined,
      tryLogIn: async () => null,
      logInUnjudged: async () => undefined,
      logInSucceeded: async () => undefined,
    },
  });
  const stands = () => {
    const { name, pictureId } = stored.get("ann") ?? person("nobody");
    return seen({ name, picture: pictureId ?? undefined });
  };
  return { profile, told, stands, stored };
}

const change = fc.constantFrom("rename", "picture", "remove");

it("of changes at once, in any order of events, what is told last is what stands", async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.array(change, { minLength: 2, maxLength: 4 }), async (scheduler, changes) => {
      const { profile, told, stands } = stage(scheduler);
      const ann = person("ann");
      const all = changes.map((kind, n) => {
        if (kind === "rename") return profile.rename(ann, `Ann ${n}`);
        return kind === "remove" ? profile.removePicture(ann) : profile.changePicture(ann, Uint8Array.of(n));
      });
      await scheduler.waitFor(Promise.all(all));
      expect(told).toEqual({ me: stands(), contact: stands() });
    }),
  );
});

it("a picture that is ready when its owner has left is nobody's, and nobody is told", async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), async (scheduler) => {
      const { profile, told, stored } = stage(scheduler);
      stored.delete("ann");
      const outcome = await scheduler.waitFor(profile.changePicture(person("ann"), Uint8Array.of(1)));
      expect(outcome).toMatchObject({ ok: false, error: { code: "auth.required" } });
      expect(told).toEqual({ me: "", contact: "" });
    }),
    { numRuns: 5 },
  );
});
