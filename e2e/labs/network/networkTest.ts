import type { Browser, Page } from "@playwright/test";
import { openPerson, type Person } from "../../fixtures/person";
import type { TestServer } from "../../fixtures/server";
import { expect, test as base } from "../../fixtures/test";
import type { Side } from "./addresses";
import { type LabOptions, labMissing, type NetworkLab, startLab } from "./networkLab";

interface NetworkFixtures {
  /** A lab of a kind of its own; closed after the test. */
  newLab(options?: LabOptions): Promise<NetworkLab>;
}

/** For specs in the network lab; `labMissing()` says why they are skipped. */
export const test = base.extend<NetworkFixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from this pattern.
  newLab: async ({}, use) => {
    const labs: NetworkLab[] = [];
    await use(async (options) => {
      const lab = await startLab(options);
      labs.push(lab);
      return lab;
    });
    for (const lab of labs) await lab.close();
  },
});

export { expect, labMissing };

/** Gets a page before it speaks to the server by socket; it is loaded once more afterwards. */
type Watch = (page: Page) => void | Promise<void>;
/** What a pair needs of a lab. */
interface Homes {
  readonly server: TestServer;
  browserAt(side: Side): Browser | Promise<Browser>;
}

/** Opens the app for a new person in a home, in a browser of their own. */
export async function openAtHome(lab: Homes, side: Side, name: string, watch: Watch = () => {}): Promise<Person> {
  const context = { permissions: ["camera", "microphone"], viewport: { width: 1000, height: 700 } };
  const person = await openPerson(await lab.browserAt(side), lab.server, name, {
    context,
    signedOut: true,
  });
  const { name: fullName, username, email, password } = person;
  await callApiFrom(person.page, "POST", "/api/accounts", { name: fullName, username, email, password, client: "web" });
  await watch(person.page);
  await person.page.reload();
  await person.people.shown();
  return person;
}

/** Two people who are contacts, each at home. */
export async function pairAtHome(lab: Homes, watch: Watch = () => {}): Promise<[Person, Person]> {
  const ada = await openAtHome(lab, "a", "Ada Byron", watch);
  const grace = await openAtHome(lab, "b", "Grace Hopper", watch);
  await callApiFrom(ada.page, "POST", "/api/contacts", { username: grace.username });
  // Asking back is accepting.
  await callApiFrom(grace.page, "POST", "/api/contacts", { username: ada.username });
  return [ada, grace];
}

/** A request of the public HTTP API by the page itself: the lab's server is out of this process's reach. */
async function callApiFrom(page: Page, method: "POST", path: string, body: unknown): Promise<void> {
  const answer = await page.evaluate(
    async (request) => {
      const headers = { "content-type": "application/json", "sightline-protocol": request.version };
      const response = await fetch(request.path, {
        method: request.method,
        headers,
        body: JSON.stringify(request.body),
      });
      return response.text();
    },
    { method, path, body, version: "1" },
  );
  if (!(JSON.parse(answer) as { ok: boolean }).ok) throw new Error(`${method} ${path}: ${answer}`);
}
