import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { isActivity, securityKinds } from "./domain/security/securityEvent";

it("R46 docs/accounts.md lists every kind of security event, and says truly who sees it", () => {
  const page = readFileSync(join(import.meta.dirname, "../../../docs/accounts.md"), "utf8");
  const rows = [...page.matchAll(/^\| `(\w+)` \| [^|]+ \| (yes|no) \|$/gm)];
  const documented = rows.map(([, kind, shown]) => `${kind} ${shown}`);
  expect(documented).toEqual(securityKinds.map((kind) => `${kind} ${isActivity(kind) ? "yes" : "no"}`));
});
