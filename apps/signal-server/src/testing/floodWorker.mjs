// Floods a server from a thread of its own, so that the flood's own cost does not count as the server's.
import { parentPort, workerData } from "node:worker_threads";
import { io } from "socket.io-client";

const { url, auths, event, payload, perTick, tickMs, joinEveryMs } = workerData;
const told = { sent: 0, ok: 0, refused: 0, disconnects: 0 };
const count = (/** @type {{ ok: boolean }} */ result) => {
  if (result.ok) told.ok += 1;
  else told.refused += 1;
};

/** @type {import("socket.io-client").Socket[]} */
const sockets = [];
const join = (/** @type {object} */ auth) => {
  const socket = io(url, { transports: ["websocket"], auth, forceNew: true, reconnectionDelayMax: 50 });
  socket.on("disconnect", (reason) => {
    told.disconnects += 1;
    if (reason === "io server disconnect") socket.connect();
  });
  sockets.push(socket);
};
// One after the other, each as soon as the one before is held off: the flood goes on.
const joining = setInterval(() => {
  if (auths.length > 0) join(auths.shift());
}, joinEveryMs);
const timer = setInterval(() => {
  for (const socket of sockets) {
    for (let index = 0; index < perTick && socket.connected; index++) {
      told.sent += 1;
      socket.emit(event, payload, count);
    }
  }
}, tickMs);

parentPort?.once("message", () => {
  clearInterval(timer);
  clearInterval(joining);
  for (const socket of sockets) socket.disconnect();
  parentPort?.postMessage(told);
});
