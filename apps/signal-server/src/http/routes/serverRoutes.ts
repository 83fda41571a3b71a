import { ok, PROTOCOL_VERSION, type DirectoryRule, type SignUpPolicy } from "@sightline/protocol";
import type { IceIssuer } from "../../domain/ice/iceIssuer";
import type { Handlers } from "../handlers";

interface ServerFacts {
  readonly version: string;
  readonly guests: boolean;
  readonly passwordMinLength: number;
  readonly strangerCalls: boolean;
  readonly directory: DirectoryRule;
  readonly signUp: SignUpPolicy;
  readonly signUpDomains: string[];
  readonly issuer: IceIssuer;
}

export function serverRoutes({ issuer, ...facts }: ServerFacts): Pick<Handlers, "serverInfo" | "iceServers"> {
  return {
    serverInfo: async () => ok({ product: "sightline", protocol: PROTOCOL_VERSION, ...facts }),
    iceServers: ({ session }) => issuer.issue(session.user.id),
  };
}
