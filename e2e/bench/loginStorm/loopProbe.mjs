// Loaded into the server's process by the bench alone (NODE_OPTIONS=--import): measures its event loop and tells the
// figures at a port of its own, so that the product needs no such door.
import { createServer } from "node:http";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { isMainThread } from "node:worker_threads";

if (isMainThread) {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  createServer((request, response) => {
    const [p99Ms, maxMs] = [delay.percentile(99) / 1e6, delay.max / 1e6];
    if (request.url === "/reset") delay.reset();
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ p99Ms, maxMs }));
  }).listen(Number(process.env.LOOP_PROBE_PORT), "127.0.0.1");
}
