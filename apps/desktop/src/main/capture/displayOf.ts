interface ScreenSource {
  readonly id: string;
  /** Electron's own id of the display; empty where the system does not tell. */
  readonly display_id: string;
}

/** Which display a source shows: by its id where the system tells, else by its place in the list; null when unsure. */
export function displayOf(
  sourceId: string,
  sources: readonly ScreenSource[],
  displays: readonly { readonly id: number }[],
): number | null {
  const index = sources.findIndex(({ id }) => id === sourceId);
  const named = displays.find(({ id }) => String(id) === sources[index]?.display_id);
  if (named) return named.id;
  return sources.length === displays.length ? (displays[index]?.id ?? null) : null;
}
