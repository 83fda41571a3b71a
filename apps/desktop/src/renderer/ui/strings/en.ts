import { account } from "./enAccount";
import { callQuality } from "./enCallQuality";
import { calls } from "./enCalls";
import { confirmation } from "./enConfirmation";
import { credentials } from "./enCredentials";
import { devices } from "./enDevices";
import { doctor } from "./enDoctor";
import { deviceProblems, notices, somebody } from "./enMedia";
import { people } from "./enPeople";
import { picture } from "./enPicture";
import { privacy } from "./enPrivacy";
import { invitations } from "./enInvitations";
import { password } from "./enPassword";
import { shareSound } from "./enShareSound";
import { sharing } from "./enSharing";
import { ink } from "./enInk";
import { farewell } from "./enFarewell";
import { errors, withWait } from "./enErrors";
import { recovery } from "./enRecovery";
import { rooms } from "./enRooms";
import { security } from "./enSecurity";
import { shareControl } from "./enShareControl";
import { shareView } from "./enShareView";
import { shareQuality } from "./enShareQuality";
import { twoFactor } from "./enTwoFactor";
import { waiting } from "./enWaiting";

/** English, the first language and the shape of every other. */
export const en = {
  app: {
    name: "Sightline",
    promise: "Call one person. Show one window, with its sound.",
    starting: "Starting Sightline…",
  },
  actions: {
    accept: "Accept",
    addPerson: "Send request",
    back: "Back to people",
    cancel: "Cancel",
    close: "Close",
    decline: "Decline",
    dismiss: "Dismiss",
    open: "Open conversation",
    remove: "Remove",
    withdraw: "Withdraw",
    save: "Save",
    change: "Change",
    tryAgain: "Try again",
  },
  yesterday: (time: string) => `Yesterday, ${time}`,
  errors,
  withWait,
  session: {
    logIn: "Log in",
    logOut: "Log out",
    signUp: "Sign up",
    createAccount: "Create account",
    welcomeBack: "Welcome back",
    welcome: "Create your account",
    newHere: "New here?",
    haveAccount: "Already have an account?",
    login: "Username or e-mail",
    name: "Name",
    nameHint: "What the people you call see.",
    username: "Username",
    usernameHint: "3 to 30 letters, digits, dots, dashes.",
    email: "E-mail",
    emailHint: "Only for logging in.",
    password: "Password",
    repeatPassword: "Repeat password",
    showPassword: "Show password",
    hidePassword: "Hide password",
    invalid: {
      login: "Enter your username or e-mail address.",
      passwordMissing: "Enter your password.",
      name: "Enter a name of at most 60 characters.",
      username: "Use 3 to 30 letters, digits, dots or dashes.",
      email: "Enter an e-mail address, such as ada@example.org.",
      password: (minLength: number) => `Use at least ${minLength} characters.`,
      repeat: "The two passwords differ.",
    },
    taken: { username: "This username is taken.", email: "This e-mail address already has an account." },
  },
  server: {
    title: "Server",
    label: "Server address",
    short: "Server:",
    hint: "The Sightline server of your team, such as https://calls.example.org.",
    changes: "Changing the server logs you out.",
    change: "Change server",
    invalid: "Enter an address such as https://calls.example.org.",
    insecure: "Use an address that starts with https://. Only this computer may be reached without it.",
  },
  connection: {
    connecting: "Connecting to the server…",
    offline: "Reconnecting to the server…",
    offlineInCall: "The server cannot be reached. Your call goes on.",
    outdated: "Please update Sightline",
    outdatedWhy: {
      desktop:
        "Your server speaks a newer or older version than this app. Install the version your server offers, then open Sightline again.",
      browser: "The server was updated. Reload this page to go on.",
    },
  },
  people,
  account,
  farewell,
  security,
  twoFactor,
  recovery,
  credentials,
  confirmation,
  calls,
  callQuality,
  devices,
  deviceProblems,
  sharing,
  shareSound,
  shareView,
  shareControl,
  shareQuality,
  waiting,
  ink,
  notices,
  somebody,
  doctor,
  invitations,
  password,
  picture,
  privacy,
  rooms,
  settings: {
    title: "Settings",
    devices: "Devices",
    appearance: "Appearance",
    theme: "Theme",
    themes: { system: "System", light: "Light", dark: "Dark" },
    server: "Server",
    about: "About",
    version: (version: string, protocol: number) => `Sightline ${version}, protocol ${protocol}`,
  },
};
