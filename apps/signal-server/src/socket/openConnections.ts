import type { Server as HttpServer } from "node:http";
import type { Socket } from "node:net";

/**
 * Keeps count of the connections below HTTP and WebSocket, to cut what does not end by itself: `closeAllConnections` leaves
 * upgraded ones alone, and a WebSocket waits half a minute for the goodbye of a device that has vanished.
 */
export function countConnections(http: HttpServer): { cutAll(): void } {
  const open = new Set<Socket>();
  http.on("connection", (socket) => {
    open.add(socket);
    socket.once("close", () => open.delete(socket));
  });
  return {
    cutAll() {
      for (const socket of open) socket.destroy();
    },
  };
}
