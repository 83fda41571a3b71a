/** A forgotten password. */
export const recovery = {
  forgot: "Forgot your password?",
  title: "Forgot your password?",
  why: "Enter the e-mail address of your account. You get a mail with a code and a link to choose a new password.",
  emailHint: "Only the address of your account works, not the username.",
  send: "Send mail",
  back: "Back to log-in",
  newTitle: "Choose a new password",
  sent: (email: string) =>
    `If an account has the address ${email}, a mail is on its way. Type its code here, or open its link. It is good for 15 minutes.`,
  byLink: "Choose the password you want to log in with from now on. All your devices will be logged out.",
  code: "Code from the mail",
  codeHint: "Six letters and digits.",
  newPassword: "New password",
  repeat: "Repeat new password",
  set: "Set new password",
  again: "Send another mail",
  sentAgain: "Another mail is on its way. Only its code and link work now.",
  linkVoid: "This link does not work any more. It may have been used, or a newer mail has come.",
  askAgain: "Ask for a new mail",
  done: "Your password is changed. Log in with it.",
  invalid: {
    code: "Enter the six letters and digits from the mail.",
  },
};
