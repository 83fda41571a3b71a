import type { ShareSource } from "../../../shared/sharing";

/** The sources whose title or app has every word of the query, however it is written: case and accents do not count. */
export function matchingSources<S extends Pick<ShareSource, "title" | "appName">>(
  sources: readonly S[],
  query: string,
): readonly S[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return sources;
  return sources.filter(({ title, appName }) => {
    const text = plain(`${title} ${appName ?? ""}`);
    return words.every((word) => text.includes(word));
  });
}

function plain(text: string): string {
  return text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
}
