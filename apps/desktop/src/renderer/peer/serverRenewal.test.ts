import type { IceServer } from "@sightline/protocol";
import { expect, test, vi } from "vitest";
import { renewServers } from "./serverRenewal";

const servers: IceServer[] = [{ urls: ["turn:turn.example.org"], username: "2000:ada", credential: "next" }];

/** As much of a connection as renewing touches. */
function connection(local: string, remote: string, chosen: "by the transport" | "by itself" = "by the transport") {
  const rows = [
    ...(chosen === "by the transport" ? [{ id: "T", type: "transport", selectedCandidatePairId: "P" }] : []),
    {
      id: "P",
      type: "candidate-pair",
      selected: chosen === "by itself",
      localCandidateId: "L",
      remoteCandidateId: "R",
    },
    { id: "L", type: "local-candidate", candidateType: local },
    { id: "R", type: "remote-candidate", candidateType: remote },
  ];
  return {
    getConfiguration: () => ({ bundlePolicy: "max-bundle", iceServers: [] }),
    setConfiguration: vi.fn(),
    getStats: async () => new Map(rows.map((row) => [row.id, row])),
  };
}

async function renew(pc: ReturnType<typeof connection>) {
  const restartIce = vi.fn();
  await renewServers(pc as unknown as RTCPeerConnection, servers, restartIce);
  return restartIce;
}

test("the connection gets the new servers and keeps the rest of its configuration", async () => {
  const pc = connection("host", "host");
  await renew(pc);
  expect(pc.setConfiguration.mock.calls).toEqual([[{ bundlePolicy: "max-bundle", iceServers: servers }]]);
});

test.each([
  ["host", "srflx", 0],
  ["relay", "prflx", 1],
  ["relay", "relay", 1],
  // The other end renews in the same second, and may be moving the path to our relay, of the old credentials.
  ["prflx", "relay", 1],
])("F12: a path from %s to %s is restarted %i times", async (local, remote, times) => {
  expect(await renew(connection(local, remote))).toHaveBeenCalledTimes(times);
});

test("F12: in Firefox, too, which marks the pair itself", async () => {
  expect(await renew(connection("relay", "prflx", "by itself"))).toHaveBeenCalledOnce();
});

test("F12: servers the browser cannot read change nothing", async () => {
  const pc = connection("relay", "prflx");
  pc.setConfiguration.mockImplementation(() => {
    throw new DOMException("no", "SyntaxError");
  });
  expect(await renew(pc)).not.toHaveBeenCalled();
});
