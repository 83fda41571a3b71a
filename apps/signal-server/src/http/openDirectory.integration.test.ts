import { isSearchable, SEARCH_RESULTS, wordsOf } from "@sightline/protocol";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anyText } from "../testing/anyText";
import { valueOf } from "../testing/httpClient";
import { createTestServer, PASSWORD, type Person, type TestServer } from "../testing/testServer";

let server: TestServer;
let searcher: Person;
beforeAll(async () => {
  server = await createTestServer({ config: { directory: "open" } });
  searcher = await server.person("searcher");
});
afterAll(() => server.close());

async function named(name: string, username: string): Promise<Person> {
  const person = await server.person(username);
  valueOf((await person.call("changeName", { name })).result);
  return person;
}

const search = async (query: string, by = searcher) => valueOf((await by.call("searchPeople", { query })).result);
const namesBy = async (query: string) => (await search(query)).map(({ name }) => name);

describe("an open directory", () => {
  it("is told by the server, and closed where nobody opened it", async () => {
    expect(valueOf((await server.call("serverInfo", {})).result).directory).toBe("open");
    const standard = await createTestServer();
    expect(valueOf((await standard.call("serverInfo", {})).result).directory).toBe("exact");
    const ann = await standard.person("ann.lee");
    await standard.person("ann.bee");
    expect(valueOf((await ann.call("searchPeople", { query: "ann" })).result)).toEqual([]);
    await standard.close();
  });

  it("finds by how words of a name or username begin, from two letters on, without case and accents", async () => {
    await named("Zoë Åström", "zoe-a_z");
    await named("Zoltán Nagy", "nagy.z");
    // In which order is the database's locale to say.
    expect((await namesBy("zo")).toSorted()).toEqual(["Zoltán Nagy", "Zoë Åström"]);
    for (const query of ["ZOE", "zoë", "astr", "Astrom zoe", "  å zo ", "zoe-a_z", "@zoe-a_z"]) {
      expect(await namesBy(query)).toEqual(["Zoë Åström"]);
    }
    for (const query of ["z", "å", "oe", "zoex", "zo nagyx", "z a", "%", ""]) {
      expect([query, await namesBy(query)]).toEqual([query, []]);
    }
  });

  it("follows a change of the name, and shows what anybody may see alone", async () => {
    const person = await named("Before Change", "changing");
    expect(await search("befo")).toEqual([{ id: person.id, name: "Before Change", username: "changing" }]);
    valueOf((await person.call("changeName", { name: "Later Name" })).result);
    expect(await search("befo")).toEqual([]);
    expect(await namesBy("late chang")).toEqual(["Later Name"]);
  });

  it("puts who is named by the whole first, finds each once, and twenty at most", async () => {
    const whole = await named("Zz Whole", "crowd");
    for (let n = 10; n < 35; n++) await named(`Crowd ${n}`, `crowd${n}`);
    const found = await search("crowd");
    expect(found).toHaveLength(SEARCH_RESULTS);
    expect(found[0]?.id).toBe(whole.id);
    expect(new Set(found.map(({ id }) => id)).size).toBe(SEARCH_RESULTS);
    expect(found.slice(1).map(({ name }) => name)).toEqual(Array.from({ length: 19 }, (_, n) => `Crowd ${n + 10}`));
  });

  it("R12 shows blockers to those they have blocked, and never guests, who has left or has yet to confirm", async () => {
    const [ann, ben] = [await named("Blocker Ann", "blk1"), await named("Blocked Ben", "blk2")];
    valueOf((await ann.call("blockPerson", { userId: ben.id })).result);
    expect(await search("blocker", ben)).toHaveLength(1);
    valueOf((await ben.call("deleteAccount", { password: PASSWORD })).result);
    expect(await search("blocked")).toEqual([]);
    expect(await search("deleted")).toEqual([]);
    await server.query("UPDATE users SET unconfirmed = true WHERE id = $1", [ann.id]);
    expect(await search("blocker")).toEqual([]);
    const room = valueOf((await searcher.call("createRoom", { name: "Corner" })).result);
    const guests = await createTestServer({ config: { directory: "open", guests: true }, beside: server });
    const entry = { roomId: room.id, name: "Passing Guest", client: "desktop" } as const;
    valueOf((await guests.call("enterAsGuest", entry)).result);
    expect(await search("passing")).toEqual([]);
    await guests.close();
  });

  it("finds nobody by a part of an address, nor by one that its person has not let others find them by", async () => {
    const person = await named("Hidden Address", "hid");
    await server.query("UPDATE users SET email = 'very.secret@private.example' WHERE id = $1", [person.id]);
    for (const query of ["very", "secret", "private", "very.secret", "very.secret@private.example"]) {
      expect(await search(query)).toEqual([]);
    }
  });

  it("answers any text at all, and only with whom its words begin", { timeout: 60_000 }, async () => {
    const names = ["Ann_Lee O'Neill", "100% \\Bob", "Τάσος Παπάς", "山田 太郎"];
    const people = await Promise.all(names.map((name, n) => named(name, `odd${n}`)));
    const odd = fc.constantFrom("%", "_", "\\", "'", "''", "\0", " ", ":*", "|", "!", "&", "<->", "\u0301", "(");
    const bent = fc
      .tuple(fc.constantFrom(...names), fc.nat(12), fc.nat(12), odd)
      .map(([name, at, end, sign]) => name.slice(at, at + end) + sign + name.slice(at + end));
    const text = fc.oneof(bent, anyText);
    const fits = (query: string, person: Person) => {
      const own = wordsOf(`${names[people.indexOf(person)]} ${person.me.username}`);
      return wordsOf(query).every((word) => own.some((one) => one.startsWith(word)));
    };
    await fc.assert(
      fc.asyncProperty(text, async (query) => {
        const { status, result } = await searcher.call("searchPeople", { query });
        const found = valueOf(result).map(({ id }) => id);
        const wanted = isSearchable(wordsOf(query)) ? people.filter((person) => fits(query, person)) : [];
        expect(status).toBe(200);
        expect(people.filter(({ id }) => found.includes(id))).toEqual(wanted);
      }),
      { numRuns: 300 },
    );
  });

  it("asks an index, however many people there are", async () => {
    await server.query(`
      INSERT INTO users (id, name, username, email, password_hash, created_at)
      SELECT gen_random_uuid(), 'Filler ' || n, 'filler' || n, 'filler' || n || '@example.org', 'x', now()
      FROM generate_series(1, 20000) AS n`);
    await server.query(`
      INSERT INTO name_words (user_id, word)
      SELECT id, unnest(ARRAY['filler', substr(username, 6)]) FROM users WHERE password_hash = 'x'`);
    await server.query("ANALYZE users, name_words");
    const used = async () => {
      // The database counts late, and not before the next question.
      expect(await namesBy("r12345")).toEqual(["Filler 12345"]);
      const [row] = await server.query<{ idx_scan: string }>(
        "SELECT idx_scan FROM pg_stat_user_indexes WHERE indexrelname = 'name_words_word_idx'",
      );
      return Number(row?.idx_scan);
    };
    const before = await used();
    await expect.poll(used, { timeout: 15_000 }).toBeGreaterThan(before);
    const begun = performance.now();
    expect(await search("filler")).toHaveLength(SEARCH_RESULTS);
    expect(performance.now() - begun).toBeLessThan(1_000);
  });
});
