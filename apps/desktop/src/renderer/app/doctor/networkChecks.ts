import type { IceServer } from "@sightline/protocol";
import { together } from "../../doctor/checkUp";
import { iceTargets } from "../../doctor/iceTargets";
import { probeRelay, probeStun } from "../../peer/iceProbe";
import type { ServerLink } from "../serverLink";
import { type RecordCheck, recordAs } from "./record";
import { askForServers, checkServer, checkSignaling } from "./serverChecks";

const iceChecks = ["stun", "relayUdp", "relayTcp", "relayTls"] as const;

/** Looks at the server first: what it does not tell cannot be tried. Answers the server's version. */
export async function checkNetwork(
  link: Pick<ServerLink, "http" | "send">,
  record: RecordCheck,
): Promise<string | null> {
  let version: string | null = null;
  const server = await record("server", async () => {
    const answer = await checkServer(link);
    version = answer.version;
    return answer.finding;
  });
  if (server.outcome !== "fine") {
    await recordAs(record, ["signaling", ...iceChecks], "notTried");
    return version;
  }
  await record("signaling", () => checkSignaling(link));
  const servers = await askForServers(link);
  await (servers ? checkIce(servers, record) : recordAs(record, iceChecks, "notTried"));
  return version;
}

/** All addresses at once: what is silent takes its time, and the rest need not wait for it. */
async function checkIce(servers: readonly IceServer[], record: RecordCheck): Promise<void> {
  const targets = iceTargets(servers);
  const checks = iceChecks.map((check) =>
    record(check, async () => {
      const probe = check === "stun" ? probeStun : probeRelay;
      return together(
        await Promise.all(targets.filter((each) => each.check === check).map(({ server }) => probe(server))),
      );
    }),
  );
  await Promise.all(checks);
}
