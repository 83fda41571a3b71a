// The servers of the contest in one process: a relay that passes on what one page of a room says, and PeerJS' own server.
// Arguments: address, port of the relay, port of PeerJS. Writes "ready".
import { createServer } from "node:http";
import { PeerServer } from "peer";
import { Server } from "socket.io";

const [, , host = "", relayPort = "", peerJsPort = ""] = process.argv;

const http = createServer();
const relay = new Server(http, { transports: ["websocket"], cors: { origin: "*" } });
relay.on("connection", (socket) => {
  const room = String(socket.handshake.query.room);
  void socket.join(room);
  socket.on("signal", (signal) => socket.to(room).emit("signal", signal));
});
await new Promise((resolve) => http.listen(Number(relayPort), host, () => resolve(undefined)));
await new Promise((resolve) => PeerServer({ host, port: Number(peerJsPort), path: "/" }, () => resolve(undefined)));
process.stdout.write("ready\n");
