import { spawn } from "node:child_process";
import type { Socket } from "node:dgram";
import type { Namespaces } from "./namespaces";

const openAndHandOver = `
const socket = require("node:dgram").createSocket("udp4");
socket.bind(0, process.argv[1], () => process.send("socket", socket));
`;

/**
 * A UDP socket in another namespace: a child opens it there and hands it over. A socket belongs to the namespace it was
 * made in for good, whoever holds it.
 */
export function udpSocketIn(spaces: Namespaces, of: string, address: string): Promise<Socket> {
  const [program, ...words] = [...spaces.through(of), process.execPath, "-e", openAndHandOver, address];
  const child = spawn(program, words, { stdio: ["ignore", "ignore", "inherit", "ipc"] });
  return new Promise((resolve, reject) => {
    let opened: Socket | null = null;
    child.once("message", (_, socket) => {
      opened = socket as Socket;
      // Until it is gone the child would take packets away from us.
      child.kill("SIGKILL");
    });
    child.once("exit", (code) => (opened ? resolve(opened) : reject(new Error(`no socket in ${of}: code ${code}`))));
  });
}
