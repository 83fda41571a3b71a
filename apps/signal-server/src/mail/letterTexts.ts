import type { Letter } from "../domain/letters";

/** A letter in words, before it becomes plain text and HTML. */
export interface LetterText {
  readonly subject: string;
  readonly opening: readonly string[];
  /** Shown large, to be typed. */
  readonly code?: string;
  readonly action?: { readonly label: string; readonly link: string };
  readonly closing: readonly string[];
}

export interface LetterPlace {
  /** Where the web app is served, e.g. `https://calls.example.org`; links begin with it. */
  readonly origin: string;
  /** Is a web app served there? Without one a link would lead nowhere, and the code has to do. */
  readonly hasWebApp: boolean;
}

type Writers = {
  readonly [K in Letter["kind"]]: (letter: Extract<Letter, { kind: K }>, place: LetterPlace) => LetterText;
};

const host = ({ origin }: LetterPlace) => new URL(origin).host;

/** The secret stands behind the `#`, which browsers do not send: no server or proxy on the way logs it. */
function secretAction(label: string, verb: string, token: string, place: LetterPlace): Pick<LetterText, "action"> {
  return place.hasWebApp ? { action: { label, link: `${place.origin}/#${verb}/${token}` } } : {};
}

const writers: Writers = {
  passwordReset: ({ code, token, minutes }, place) => ({
    subject: "Choose a new password",
    opening: [
      `Somebody asked for a new password for your Sightline account on ${host(place)}.`,
      `If it was you, type this code where you asked. It is good for ${minutes} minutes and works once.`,
    ],
    code,
    ...secretAction("Choose a new password", "reset", token, place),
    closing: [
      "If it was not you, do nothing: your password stays as it is. Never tell anybody the code.",
      "If more than one such mail came, only the newest one works.",
    ],
  }),
  signUp: ({ code, token, minutes }, place) => ({
    subject: "Confirm your new account",
    opening: [
      `Somebody made a Sightline account on ${host(place)} with this address.`,
      `If it was you, type this code where you signed up. It is good for ${minutes} minutes and works once.`,
    ],
    code,
    ...secretAction("Confirm the account", "welcome", token, place),
    closing: ["If it was not you, do nothing: the account is removed after a day. Never tell anybody the code."],
  }),
  emailChange: ({ code, token, minutes }, place) => ({
    subject: "Confirm your e-mail address",
    opening: [
      `Somebody wants to use this address for their Sightline account on ${host(place)}.`,
      `If it was you, type this code where you asked. It is good for ${minutes} minutes and works once.`,
    ],
    code,
    ...secretAction("Confirm this address", "email", token, place),
    closing: ["If it was not you, do nothing: then nothing changes. Never tell anybody the code."],
  }),
  emailChanged: (_letter, place) => ({
    subject: "Your e-mail address was changed",
    opening: [
      `Your Sightline account on ${host(place)} has another e-mail address now. You no longer log in with this one, and no more mails come here.`,
    ],
    closing: [
      "If it was not you, somebody else knows your password. Log in with your username, change the password, and ask whoever runs your server for help.",
    ],
  }),
  addressTaken: (_letter, place) => ({
    subject: "Your address already has an account",
    opening: [
      `Somebody wanted to use this address for a Sightline account on ${host(place)}. It already belongs to yours, so nothing has changed.`,
    ],
    closing: [
      "If it was you, log in to the account you have. If you forgot its password, press “Forgot your password?” where you log in.",
      "If it was not you, there is nothing to do.",
    ],
  }),
  passwordChanged: ({ how }, place) => ({
    subject: "Your password was changed",
    opening: [
      `The password of your Sightline account on ${host(place)} was changed.`,
      how === "reset"
        ? "For your safety every device was logged out. Log in with the new password."
        : "For your safety every other device was logged out. Log in there with the new password.",
    ],
    closing: [
      "If it was not you, choose a new password now: press “Forgot your password?” where you log in. Then ask whoever runs your server for help.",
    ],
  }),
};

/** The one place where letters get their words. */
export function wordsOf<K extends Letter["kind"]>(
  letter: Extract<Letter, { kind: K }>,
  place: LetterPlace,
): LetterText {
  return writers[letter.kind](letter, place);
}
