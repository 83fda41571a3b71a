import { expect, type Locator, type Page } from "@playwright/test";

type MenuName = "Choose microphone and speaker" | "Choose camera";
type DeviceName = "Microphone" | "Speaker" | "Camera";

/** The menus of devices at the call buttons, in a call and in front of a room. */
export class DeviceMenuPage {
  constructor(private readonly page: Page) {}

  button(name: MenuName): Locator {
    return this.page.getByRole("button", { name, exact: true });
  }

  menu(name: MenuName): Locator {
    return this.page.getByRole("menu", { name, exact: true });
  }

  /** The choices of one kind of device, in the open menu. */
  choices(device: DeviceName): Locator {
    return this.page.getByRole("group", { name: device, exact: true }).getByRole("menuitemradio");
  }

  choice(device: DeviceName, name: string | RegExp): Locator {
    return this.page.getByRole("group", { name: device, exact: true }).getByRole("menuitemradio", { name });
  }

  processing(name: "Noise suppression" | "Echo cancellation" | "Even loudness"): Locator {
    return this.page.getByRole("menuitemcheckbox", { name });
  }

  get level(): Locator {
    return this.page.getByRole("meter", { name: "Level of your microphone" });
  }

  async open(name: MenuName): Promise<void> {
    await this.button(name).click();
    await expect(this.menu(name)).toBeVisible();
  }
}
