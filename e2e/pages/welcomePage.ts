import { expect, type Locator, type Page } from "@playwright/test";

interface SignUpInput {
  readonly name: string;
  readonly username: string;
  readonly email: string;
  readonly password: string;
  /** The second password; the same as the first unless given. */
  readonly repeat?: string;
}

/** Labels of the fields to log in or sign up with. */
export type WelcomeField =
  | "Invitation"
  | "Name"
  | "Username"
  | "E-mail"
  | "Password"
  | "Repeat password"
  | "Username or e-mail";

/** Logged out: logging in and signing up. */
export class WelcomePage {
  constructor(private readonly page: Page) {}

  get logInButton(): Locator {
    return this.page.getByRole("button", { name: "Log in", exact: true });
  }

  get createAccountButton(): Locator {
    return this.page.getByRole("button", { name: "Create account", exact: true });
  }

  /** What was wrong with the whole form rather than with one field. */
  get alert(): Locator {
    return this.page.getByRole("alert");
  }

  /** Asked for after the password, where the account has two-step log-in. */
  get code(): Locator {
    return this.page.getByRole("textbox", { name: "Code" });
  }

  get recoveryCode(): Locator {
    return this.page.getByRole("textbox", { name: "Recovery code" });
  }

  /** Enters a code, by keyboard alone. */
  async giveCode(code: string): Promise<void> {
    await this.code.or(this.recoveryCode).fill(code);
    await this.page.keyboard.press("Enter");
  }

  async chooseRecoveryCode(): Promise<void> {
    await this.page.getByRole("button", { name: "Use a recovery code instead" }).click();
    await expect(this.recoveryCode).toBeVisible();
  }

  async backToPassword(): Promise<void> {
    await this.page.getByRole("button", { name: "Back to log in" }).click();
    await this.shown();
  }

  /** The session of this device was ended from elsewhere. */
  get endedHere(): Locator {
    return this.page.getByText("You were logged out on this device.");
  }

  get updateNeeded(): Locator {
    return this.page.getByText("Please update Sightline");
  }

  field(name: WelcomeField): Locator {
    return this.page.getByLabel(name, { exact: true });
  }

  async shown(): Promise<void> {
    await expect(this.logInButton).toBeVisible();
  }

  get signUpButton(): Locator {
    return this.page.getByRole("button", { name: "Sign up", exact: true });
  }

  async openSignUp(): Promise<void> {
    await this.signUpButton.click();
    await expect(this.createAccountButton).toBeVisible();
  }

  async openLogIn(): Promise<void> {
    await this.logInButton.click();
    await expect(this.field("Username or e-mail")).toBeVisible();
  }

  /** Types into a field, letter by letter. */
  async type(name: WelcomeField, text: string): Promise<void> {
    await this.field(name).fill("");
    await this.field(name).pressSequentially(text);
  }

  /** Brings a text in by the clipboard. */
  async paste(name: WelcomeField, text: string): Promise<void> {
    const source = this.field("Name");
    const before = await source.inputValue();
    await source.fill(text);
    await source.press("ControlOrMeta+a");
    await source.press("ControlOrMeta+c");
    await source.fill(before);
    await this.field(name).fill("");
    await this.field(name).press("ControlOrMeta+v");
    await expect(this.field(name)).toHaveValue(text);
  }

  /** How good the new password is: at the field, and said by a screen reader when the typing pauses. */
  async expectPasswordVerdict(words: RegExp): Promise<void> {
    await expect(this.field("Password")).toHaveAccessibleDescription(words);
    await expect(this.page.getByRole("status").filter({ hasText: words })).toBeAttached();
  }

  async signUp(input: SignUpInput): Promise<void> {
    await this.field("Name").fill(input.name);
    await this.field("Username").fill(input.username);
    await this.field("E-mail").fill(input.email);
    await this.field("Password").fill(input.password);
    await this.field("Repeat password").fill(input.repeat ?? input.password);
    await this.createAccountButton.click();
  }

  async logIn(login: string, password: string): Promise<void> {
    await this.field("Username or e-mail").fill(login);
    await this.field("Password").fill(password);
    await this.logInButton.click();
  }

  /** The fault is told at the field itself, to eyes and to screen readers. */
  async expectFault(name: WelcomeField, words: RegExp): Promise<void> {
    await expect(this.field(name)).toHaveAttribute("aria-invalid", "true");
    await expect(this.field(name)).toHaveAccessibleDescription(words);
    await expect(this.page.getByText(words).first()).toBeVisible();
  }
}
