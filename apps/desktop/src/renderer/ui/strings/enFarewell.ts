/** Taking one's data along, and leaving for good. */
export const farewell = {
  title: "Your data",
  export: "Export my data",
  exportWhy: "Saves everything this server holds about you as one JSON file.",
  delete: "Delete account…",
  deleteTitle: "Delete your account?",
  deleteWhy:
    "Your profile, contacts, rooms, calls and log-ins are deleted at once and cannot be brought back. A running call ends. The people you talked to keep the time of their calls, with \u201cDeleted account\u201d in place of your name.",
  password: "Your password",
  passwordMissing: "Enter your password.",
  passwordWrong: "This is not your password.",
  confirm: "Delete for good",
};
