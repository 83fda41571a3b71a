import { ok, refused, type Result } from "@sightline/protocol";
import type { ContactBook, ContactRepository } from "../contacts/contactBook";
import type { Ids, Limits, Notifier, PictureMaker } from "../ports";
import { meOf, type User, type UserRepository } from "./user";

export interface PictureRepository {
  /** In place of the one before. False: the account is gone. */
  put(userId: string, pictureId: string, bytes: Uint8Array): Promise<boolean>;
  remove(userId: string): Promise<void>;
  find(pictureId: string): Promise<Uint8Array | null>;
  ofUser(userId: string): Promise<Uint8Array | null>;
}

interface ProfilePorts {
  readonly users: Pick<UserRepository, "rename" | "findAll">;
  readonly pictures: PictureRepository;
  readonly pictureMaker: PictureMaker;
  readonly contacts: Pick<ContactRepository, "listOf">;
  readonly book: Pick<ContactBook, "tell">;
  readonly notifier: Notifier;
  readonly ids: Ids;
  readonly limits: Limits;
}

/** What others see of a person, as the person wants it. Each change is told to all devices of theirs and of their contacts. */
export class Profile {
  constructor(private readonly ports: ProfilePorts) {}

  /** Refuses with `rate.limited`. */
  async rename(me: User, name: string): Promise<Result<User>> {
    const limited = await this.ports.limits.take("profile", me.id);
    if (limited) return { ok: false, error: limited };
    await this.ports.users.rename(me, name);
    return this.tell(me.id);
  }

  /** Refuses as {@link PictureMaker} does. How often is the door's to limit, before it takes the file in. */
  async changePicture(me: User, file: Uint8Array): Promise<Result<User>> {
    const { pictures, pictureMaker, ids } = this.ports;
    const made = await pictureMaker.make(file);
    if (!made.ok) return made;
    const stands = await pictures.put(me.id, ids.secret(), made.value);
    return stands ? this.tell(me.id) : refused("auth.required");
  }

  /** Refuses with `rate.limited`. */
  async removePicture(me: User): Promise<Result<User>> {
    const limited = await this.ports.limits.take("profile", me.id);
    if (limited) return { ok: false, error: limited };
    await this.ports.pictures.remove(me.id);
    return this.tell(me.id);
  }

  pictureOf(me: User): Promise<Uint8Array | null> {
    return this.ports.pictures.ofUser(me.id);
  }

  /** Tells until nothing has changed meanwhile: of two changes at once, the last one told must be the one that stands. */
  private async tell(userId: string): Promise<Result<User>> {
    let told = await this.stored(userId);
    while (told) {
      await this.tellOnce(told);
      const now = await this.stored(userId);
      if (now?.name === told.name && now.pictureId === told.pictureId) return ok(now);
      told = now;
    }
    return refused("auth.required");
  }

  private async stored(userId: string): Promise<User | undefined> {
    return (await this.ports.users.findAll([userId])).get(userId);
  }

  private async tellOnce(me: User): Promise<void> {
    const { users, contacts, book, notifier } = this.ports;
    notifier.toUser(me.id, "me:changed", meOf(me));
    const ties = await contacts.listOf(me.id);
    for (const other of (await users.findAll(ties.map(({ otherId }) => otherId))).values()) await book.tell(me, other);
  }
}
