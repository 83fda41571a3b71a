/** Changing what one logs in with. */
export const credentials = {
  title: "E-mail and password",
  changeEmail: "Change e-mail",
  changePassword: "Change password",
  current: "Current password",
  currentMissing: "Enter your current password.",
  currentWrong: "This is not your current password.",
  passwordWhy: "Every other device will be logged out, and a mail tells you of the change.",
  passwordDone: "Your password is changed. Every other device was logged out.",
  newEmail: "New e-mail address",
  emailWhy: "A mail with a code and a link goes to the new address. Until you confirm it, nothing changes.",
  proveWhy: (email: string) => `A mail with a code and a link goes to ${email}.`,
  emailSame: "This is the address you have.",
  sendCode: "Send code",
  emailSent: (email: string) =>
    `A mail is on its way to ${email}. Type its code here, or open its link. It is good for 15 minutes.`,
  confirm: "Confirm address",
  emailDone: (email: string) => `Your e-mail address is ${email} now.`,
  emailTaken: "Meanwhile somebody else has this address. Choose another.",
  linkTitle: "Confirm your e-mail address",
  linkWhy: "From then on you log in with it, and mails about your account go there.",
  linkDone: "Your e-mail address is confirmed.",
  linkVoid:
    "This link does not work any more. It may have been used, or a newer mail has come. Ask for another in your account.",
  goOn: "Go on",
};
