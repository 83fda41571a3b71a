import { expect, test } from "vitest";
import { strengthOf } from "@sightline/password-strength";
import { personalWords } from "./personalWords.mjs";

const ada = { name: "Ada Lovelace", username: "countess", email: "ada.king@engines.example" };

test.each([
  "password1234",
  "Password123!",
  "P4ssw0rd1234",
  "123456789012",
  "aaaaaaaaaaaa",
  "abcdefghijkl",
  "qwertyuiop12",
  "hunter2hunter2",
  "iloveyouforever",
  "passwordpasswordpassword",
])("R20 %s is a common password", (password) => {
  expect(strengthOf(password, ada).weakness).toBe("common");
});

test.each([
  "AdaLovelace1",
  "lovelace1815",
  "Countess1234",
  "ada.king@engines.example",
  "adaking12345",
  "engines12345",
  "Sightline123",
  "s1ghtl1ne2026",
])("R20 %s is made of its person's names", (password) => {
  expect(strengthOf(password, ada).weakness).toBe("personal");
});

test.each([
  "correct horse battery staple",
  "my dog is called Rex",
  "xK9#mq2Lp0vZ",
  "Ada likes violet teapots",
  "наш кот спит на печке",
])("R20 %s is fine: no composition is demanded", (password) => {
  expect(strengthOf(password, ada).weakness).toBeNull();
});

test("pieces of two letters are no words of a person", () => {
  expect(personalWords({ name: "Li Wu", username: "li.wu", email: "li@a.cn" })).toEqual([
    "sightline",
    "li wu",
    "liwu",
    "li.wu",
    "li@a.cn",
    "liacn",
    "a.cn",
    "acn",
  ]);
});
