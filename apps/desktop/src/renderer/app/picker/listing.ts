import type { ListedSource, ListingRequest, ShareSource } from "../../../shared/sharing";

/**
 * The sources after a listing: those of the kinds that were looked at as listed, the others as they were. A source that
 * did not change stays the same object, so that nothing of it is drawn again; if none did, so does the list.
 */
export function mergeListing(
  before: readonly ShareSource[],
  listed: readonly ListedSource[],
  kinds: ListingRequest["kinds"],
): readonly ShareSource[] {
  const known = new Map(before.map((source) => [source.id, source]));
  const others = kinds === "both" ? [] : before.filter(({ kind }) => kind !== kinds);
  const merged = [
    ...inOrder(
      before,
      listed.map((source) => merge(known.get(source.id), source)),
    ),
    ...others,
  ];
  return sameItems(before, merged) ? before : merged;
}

function merge(before: ShareSource | undefined, listed: ListedSource): ShareSource {
  const { thumbnail = before?.thumbnail ?? null, appIcon = before?.appIcon ?? null } = listed;
  const merged = { ...listed, thumbnail, appIcon };
  return before && sameSource(before, merged) ? before : merged;
}

/**
 * Systems list windows by what lies on top. In the picker nothing may move under the pointer: who was there stays in
 * place, and who is new comes last.
 */
function inOrder(before: readonly ShareSource[], merged: readonly ShareSource[]): ShareSource[] {
  const place = new Map(before.map(({ id }, index) => [id, index]));
  const placeOf = ({ id }: ShareSource) => place.get(id) ?? before.length;
  return merged.toSorted((one, other) => placeOf(one) - placeOf(other));
}

function sameSource(one: ShareSource, other: ShareSource): boolean {
  return (
    one.title === other.title &&
    one.appName === other.appName &&
    one.thumbnail === other.thumbnail &&
    one.appIcon === other.appIcon
  );
}

function sameItems(one: readonly ShareSource[], other: readonly ShareSource[]): boolean {
  return one.length === other.length && one.every((source, index) => source === other[index]);
}
