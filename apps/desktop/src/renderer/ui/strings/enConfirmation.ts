/** A sign-up that is confirmed by mail. */
export const confirmation = {
  title: "Check your mail",
  why: "A mail is on its way to the address of your account. Type its code here, or open its link; it is good for 15 minutes. Then you can log in.",
  confirm: "Confirm account",
  done: "Your account is confirmed. Log in to begin.",
  linkTitle: "Confirm your new account",
  linkWhy: "It proves that the address is yours.",
  linkDone: "Your account is confirmed.",
  linkVoid:
    "This link does not work any more. It may have been used, or a newer mail has come. Log in to ask for another one.",
};
