/** The picture that others see of one. */
export const picture = {
  change: "Change picture",
  title: "Your picture",
  why: "Seen by everyone who sees your name. Choose, drop or paste one.",
  file: "Picture file",
  choose: "Choose a picture…",
  chooseAnother: "Choose another…",
  remove: "Remove picture",
  preview: "How others will see it",
  zoom: "Size",
  across: "Left – right",
  down: "Up – down",
  tooLarge: "This file is too large. Choose one of less than 50 MB.",
};
