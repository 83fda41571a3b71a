import { type IceServer, ok, PROTOCOL_VERSION } from "@sightline/protocol";
import type { Handlers } from "../handlers";

interface ServerFacts {
  readonly version: string;
  readonly iceServers: readonly IceServer[];
}

export function serverRoutes({ version, iceServers }: ServerFacts): Pick<Handlers, "serverInfo" | "iceServers"> {
  return {
    serverInfo: async () => ok({ product: "sightline", version, protocol: PROTOCOL_VERSION }),
    iceServers: async () => ok([...iceServers]),
  };
}
