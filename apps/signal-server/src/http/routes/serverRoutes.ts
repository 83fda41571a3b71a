import { ok, PROTOCOL_VERSION } from "@sightline/protocol";
import type { IceIssuer } from "../../domain/ice/iceIssuer";
import type { Handlers } from "../handlers";

interface ServerFacts {
  readonly version: string;
  readonly guests: boolean;
  readonly issuer: IceIssuer;
}

export function serverRoutes({ version, guests, issuer }: ServerFacts): Pick<Handlers, "serverInfo" | "iceServers"> {
  return {
    serverInfo: async () => ok({ product: "sightline", version, protocol: PROTOCOL_VERSION, guests }),
    iceServers: ({ session }) => issuer.issue(session.user.id),
  };
}
