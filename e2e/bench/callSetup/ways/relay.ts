import { io } from "socket.io-client";
import { RELAY_PORT } from "./contestant";

/** The least a signaling server does: what one page of a room says, the other hears. */
export interface Relay<Message> {
  send(message: Message): void;
}

/** Resolves when the server is reached. */
export async function joinRelay<Message>(room: string, hear: (message: Message) => void): Promise<Relay<Message>> {
  const socket = io(`http://${location.hostname}:${RELAY_PORT}`, { transports: ["websocket"], query: { room } });
  socket.on("signal", hear);
  await new Promise<void>((resolve) => socket.once("connect", resolve));
  return { send: (message) => void socket.emit("signal", message) };
}
