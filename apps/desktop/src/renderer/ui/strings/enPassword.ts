/** Choosing a password. */
export const password = {
  hint: (minLength: number) => `At least ${minLength} characters; a few words are good.`,
  missing: (count: number) => `Too short: ${count} more ${count === 1 ? "character" : "characters"}.`,
  tooLong: "Too long: at most 72 characters; accented letters and emoji count more.",
  weak: {
    common: "Easy to guess. Add another word or two.",
    personal: "Easy to guess from your name or address.",
  },
  good: "Good password.",
  strong: "Strong password.",
};
