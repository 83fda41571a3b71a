import type { ListedSource, ListingRequest } from "../../shared/sharing";
import { createAppNames, type WindowSource } from "./appNames";
import { createSentPictures } from "./sentPictures";
import { type CapturedSource, type CaptureOrder, kindOf, type OfferedSource, withoutOurs } from "./sources";

export interface SourceListParts {
  readonly capture: (order: CaptureOrder) => Promise<readonly CapturedSource[]>;
  readonly ownIds: () => readonly string[];
  /** Name of the app behind a window; null where it cannot be told. Asked once per window and opened picker. */
  readonly appNameOf: (source: WindowSource) => Promise<string | null>;
}

/** The windows and screens the picker shows; pictures are sent only when they changed. */
export function createSourceList({ capture, ownIds, appNameOf }: SourceListParts) {
  const pictures = createSentPictures();
  const names = createAppNames(appNameOf);
  let offered: readonly OfferedSource[] = [];

  return {
    find: (sourceId: string): OfferedSource | undefined => offered.find(({ id }) => id === sourceId),
    async list({ afresh, kinds }: ListingRequest): Promise<ListedSource[]> {
      if (afresh) {
        pictures.forget();
        offered = [];
      }
      const order = { kinds, icons: kinds !== "screen" && pictures.wantsIcons() };
      const captured = withoutOurs(await capture(order), ownIds());
      const windows = captured.filter((source) => kindOf(source) === "window");
      const appNames = kinds === "screen" ? new Map() : await names.of(windows.map(toWindow), afresh);
      const sources = captured.map((source) => ({
        id: source.id,
        kind: kindOf(source),
        title: source.name,
        appName: appNames.get(source.id) ?? null,
      }));
      offered = [...offered.filter(({ kind }) => kinds !== "both" && kind !== kinds), ...sources];
      const sent = pictures.toSend(captured, order);
      return sources.map((source, index) => ({ ...source, ...sent[index] }));
    },
  };
}

function toWindow({ id, name }: CapturedSource): WindowSource {
  return { id, title: name };
}
