import { type IceServer, ok, PROTOCOL_VERSION } from "@sightline/protocol";
import type { Handlers } from "../handlers";

interface ServerFacts {
  readonly version: string;
  readonly iceServers: readonly IceServer[];
  readonly guests: boolean;
}

export function serverRoutes({
  version,
  iceServers,
  guests,
}: ServerFacts): Pick<Handlers, "serverInfo" | "iceServers"> {
  return {
    serverInfo: async () => ok({ product: "sightline", version, protocol: PROTOCOL_VERSION, guests }),
    iceServers: async () => ok([...iceServers]),
  };
}
