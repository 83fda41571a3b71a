/** The account dialog. */
export const account = {
  title: "Account",
  profile: "You",
  changeName: "Change name",
  loading: "Loading…",
};
