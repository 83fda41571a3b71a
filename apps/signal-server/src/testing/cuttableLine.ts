import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** A way to a server that can be cut like a cable: from then on nothing comes through, and neither end is told. */
export interface CuttableLine {
  readonly port: number;
  readonly url: string;
  cut(): void;
  /** Both ends are told, and nobody gets through any more. */
  close(): Promise<void>;
}

/** @param at its own port, where a closed one is to be there again */
export async function lineTo(port: number, at = 0): Promise<CuttableLine> {
  const ends = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(port, "127.0.0.1");
    for (const end of [near, far]) {
      ends.add(end);
      end.on("error", () => undefined);
    }
    near.pipe(far);
    far.pipe(near);
  });
  server.listen(at, "127.0.0.1");
  await once(server, "listening");
  const own = (server.address() as AddressInfo).port;
  return {
    port: own,
    url: `http://127.0.0.1:${own}`,
    cut() {
      for (const end of ends) {
        end.unpipe();
        end.pause();
      }
    },
    async close() {
      for (const end of ends) end.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
