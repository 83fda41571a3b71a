/** A window by Chromium's DesktopMediaID (`window:<native id>:<n>`) and title. */
export interface WindowSource {
  readonly id: string;
  readonly title: string;
}

/** Names of windows' apps, asked once per window id: finding them takes files or native calls, and the picker asks often. */
export function createAppNames(appNameOf: (source: WindowSource) => Promise<string | null>) {
  let known = new Map<string, Promise<string | null>>();

  return {
    /**
     * Names by id. Who is not among the windows any more is forgotten: its id may come to mean another window.
     * @param afresh forget all, as when the picker opens
     */
    async of(windows: readonly WindowSource[], afresh: boolean): Promise<ReadonlyMap<string, string | null>> {
      const before = afresh ? new Map<string, Promise<string | null>>() : known;
      known = new Map(windows.map((window) => [window.id, before.get(window.id) ?? ask(window)]));
      return new Map(await Promise.all([...known].map(async ([id, name]) => [id, await name] as const)));
    },
  };

  function ask(window: WindowSource): Promise<string | null> {
    return appNameOf(window).catch(() => null);
  }
}
