// Floods a server from a thread of its own, so that the flood's own cost does not count as the server's.
import { parentPort, workerData } from "node:worker_threads";
import { io } from "socket.io-client";

const { url, auth, event, payload, perTick, tickMs } = workerData;
const told = { sent: 0, ok: 0, refused: 0, disconnects: 0 };
const socket = io(url, { transports: ["websocket"], auth, reconnectionDelay: 50, reconnectionDelayMax: 50 });
socket.on("disconnect", (reason) => {
  told.disconnects += 1;
  if (reason === "io server disconnect") socket.connect();
});

const count = (/** @type {{ ok: boolean }} */ result) => {
  if (result.ok) told.ok += 1;
  else told.refused += 1;
};
const timer = setInterval(() => {
  for (let index = 0; index < perTick && socket.connected; index++) {
    told.sent += 1;
    socket.emit(event, payload, count);
  }
}, tickMs);

parentPort?.once("message", () => {
  clearInterval(timer);
  socket.disconnect();
  parentPort?.postMessage(told);
});
