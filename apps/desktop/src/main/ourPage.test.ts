import { expect, test } from "vitest";
import { isOurMainFrame, isOurUrl } from "./ourPage";

test.each(["app://sightline/", "app://sightline/index.html#settings", "APP://sightline/x"])("%s is ours", (url) => {
  expect(isOurUrl(url)).toBe(true);
});

test.each([
  "app://evil/",
  "app://sightline.evil/",
  "app://sightline:80/",
  "app://user@sightline/",
  "https://sightline/",
  "file:///app://sightline/",
  "data:text/html,app://sightline/",
  "about:blank",
  "",
])("%j is not ours", (url) => {
  expect(isOurUrl(url)).toBe(false);
});

test("only the main frame speaks for the page", () => {
  const main = { url: "app://sightline/", parent: null };
  expect(isOurMainFrame(main)).toBe(true);
  expect(isOurMainFrame({ url: "app://sightline/", parent: main })).toBe(false);
  expect(isOurMainFrame(null)).toBe(false);
});
