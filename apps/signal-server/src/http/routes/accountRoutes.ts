import { type ClientKind, type Me, ok, refused, type Result } from "@sightline/protocol";
import type { Limits } from "../../domain/ports";
import type { Sessions } from "../../domain/sessions/sessions";
import type { Accounts } from "../../domain/users/accounts";
import { summaryOf, type User, type UserRepository } from "../../domain/users/user";
import { deviceNameOf } from "../../edge/deviceName";
import { toMe } from "../../wire";
import type { Exchange, Handlers } from "../handlers";

interface AccountPorts {
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly users: UserRepository;
  readonly limits: Limits;
}

export function accountRoutes(ports: AccountPorts): Pick<Handlers, "signUp" | "logIn" | "logOut" | "me" | "findUser"> {
  const { accounts, sessions, users, limits } = ports;
  const signIn = async (
    user: User,
    client: ClientKind,
    exchange: Exchange,
  ): Promise<Result<{ me: Me; token?: string }>> => {
    const token = await sessions.open(user, client, deviceNameOf(client, exchange.userAgent));
    if (client === "desktop") return ok({ me: toMe(user), token });
    exchange.setSessionCookie(token);
    return ok({ me: toMe(user) });
  };
  return {
    async signUp({ body: { client, ...person }, exchange }) {
      const limited = await limits.take("signUp", exchange.address);
      if (limited) return { ok: false, error: limited };
      const made = await accounts.signUp(person);
      return made.ok ? signIn(made.value, client, exchange) : made;
    },
    async logIn({ body: { login, password, client }, exchange }) {
      const limited = await limits.take("logIn", exchange.address);
      if (limited) return { ok: false, error: limited };
      const known = await accounts.logIn(login, password);
      return known.ok ? signIn(known.value, client, exchange) : known;
    },
    async logOut({ session, exchange }) {
      await sessions.end(session.id);
      exchange.clearSessionCookie();
      return ok({});
    },
    me: async ({ session }) => ok(toMe(session.user)),
    async findUser({ params }) {
      const user = await users.findByUsername(params.username);
      return user ? ok(summaryOf(user)) : refused("user.notFound", { field: "username" });
    },
  };
}
