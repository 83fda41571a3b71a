// What lint must refuse, and why. The rules themselves stand in .oxlintrc.json.

const renderer = "apps/desktop/src/renderer";
const server = "apps/signal-server/src";

/** @typedef {{ readonly folder: string, readonly imports: string, readonly reason: string }} Fence */

/** @type {(folder: string, reason: string, ...imports: string[]) => Fence[]} */
const fence = (folder, reason, ...imports) => imports.map((each) => ({ folder, imports: each, reason }));

const siblings = ["peer", "media", "transport", "platform"].flatMap((folder) =>
  ["peer", "media", "transport", "platform"]
    .filter((other) => other !== folder)
    .flatMap((other) =>
      fence(`${renderer}/${folder}`, "do not know one another", `../${other}/x`, `../../renderer/${other}/x.js`),
    ),
);

/** @type {readonly Fence[]} */
export const fences = [
  ...fence(`${renderer}/ui`, "Views read stores and call intents", "../peer/x", "../media/x", "../transport/x"),
  ...fence(`${renderer}/ui/kit`, "Views read stores and call intents", "../../peer/x.js", "../../media"),
  ...fence(`${renderer}/ui`, "each store has one writer", "../stores/x"),
  ...fence(`${renderer}/ui/kit`, "the call machine itself is driven by app/", "../../call/callMachine"),
  ...siblings.filter(({ imports }) => !imports.startsWith("../../")),
  ...fence(
    `${renderer}/app`,
    "it reaches the system only through platform/",
    "electron",
    "node:fs",
    "node:fs/promises",
  ),
  ...fence(`${renderer}/ui`, "it reaches the system only through platform/", "electron"),
  ...fence(`${renderer}/peer`, "it reaches the system only through platform/", "node:net"),
  ...fence(`${renderer}/app`, "never imports the main process", "../../main/x", "../../preload/x"),
  ...fence(`${renderer}/app`, "The two apps never import each other", "../../../../signal-server/src/x"),
  ...fence("apps/desktop/src/main", "never imports the renderer", "../renderer/call/callView"),
  ...fence("apps/desktop/src/main", "The two apps never import each other", "../../../signal-server/src/x"),
  ...fence("apps/desktop/src/shared", "The two apps never import each other", "sightline-signal-server"),
  ...fence(`${renderer}/call`, "call/ holds rules without I/O", "../peer/x", "../../shared/x", "zustand"),
  ...fence(`${renderer}/doctor`, "doctor/ holds rules without I/O", "../peer/x", "../../shared/x", "zustand"),
  ...fence(`${server}/http`, "http/ knows the domain's ports", "../persistence/x", "../socket/x"),
  ...fence(`${server}/http/middleware`, "http/ knows the domain's ports", "../../persistence/entities/x"),
  ...fence(`${server}/socket`, "socket/ knows the domain's ports", "../persistence/x", "../http/x"),
  ...fence(
    `${server}/domain`,
    "domain/ holds rules without I/O",
    "koa",
    "node:crypto",
    "../persistence/x",
    "../config",
  ),
  ...fence(`${server}/domain/calls`, "domain/ holds rules without I/O", "../../adapters/x", "zod"),
  ...fence(`${server}/adapters`, "The two apps never import each other", "../../../desktop/src/shared/x"),
  ...fence("packages/protocol/src", "imports zod only", "../../../apps/desktop/src/shared/x", "socket.io", "node:util"),
];

/** A lint that refuses everything would pass the list above. */
export const permitted = [
  { folder: `${renderer}/ui/kit`, imports: "../../call/callView" },
  { folder: `${renderer}/ui/kit`, imports: "../appContext" },
  { folder: `${renderer}/ui`, imports: "../../shared/sharing" },
  { folder: `${renderer}/app`, imports: "../peer/x" },
  { folder: `${renderer}/peer`, imports: "@sightline/protocol" },
  { folder: `${renderer}/call`, imports: "./callState" },
  { folder: "apps/desktop/src/main", imports: "../shared/desktopApi" },
  { folder: "apps/desktop/src/main", imports: "electron" },
  { folder: `${server}/http`, imports: "../domain/ports" },
  { folder: `${server}/domain/calls`, imports: "../users/x" },
  { folder: `${server}/domain/calls`, imports: "@sightline/protocol" },
  { folder: "packages/protocol/src", imports: "zod" },
  { folder: "packages/protocol/src", imports: "./ids" },
  { folder: "packages/protocol/src/http", imports: "../user" },
];
