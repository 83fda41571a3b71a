import { expect, test } from "vitest";
import { matchingSources } from "./sourceFilter";

const sources = [
  { title: "Résumé.odt", appName: "LibreOffice Writer" },
  { title: "Wetter in Zürich – Übersicht", appName: "Firefox" },
  { title: "resume.log", appName: null },
  { title: "東京タワー", appName: "Ｆｉｌｅｓ" },
];
const titles = (query: string) => matchingSources(sources, query).map(({ title }) => title);

test.each([
  ["", sources.map(({ title }) => title)],
  ["   ", sources.map(({ title }) => title)],
  ["resume", ["Résumé.odt", "resume.log"]],
  ["RÉSUMÉ", ["Résumé.odt", "resume.log"]],
  ["zurich", ["Wetter in Zürich – Übersicht"]],
  ["writer", ["Résumé.odt"]],
  ["office resume", ["Résumé.odt"]],
  ["fire  über", ["Wetter in Zürich – Übersicht"]],
  ["東京", ["東京タワー"]],
  ["files", ["東京タワー"]],
  ["zurich writer", []],
])("%j finds %j", (query, found) => expect(titles(query)).toEqual(found));
