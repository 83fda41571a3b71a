/** Words of a second call that comes while one runs. */
export const waiting = {
  title: "Another call",
  answer: "Hang up and answer",
  ignore: "Ignore",
  settings: "Calls",
  whenBusy: "When I am in a call",
  choices: { wait: "Let others wait", busy: "Say busy at once" },
  hints: {
    wait: "You see who calls and can answer. Who gets no answer hears that you are busy.",
    busy: "You are not disturbed. The call is listed as missed.",
  },
};
