import { useEffect, useEffectEvent, useState } from "react";

/**
 * Takes the file that is dropped anywhere, or pasted, while the view is there; the browser would leave the app to show a
 * file that is dropped beside its place. Answers whether one is held over the window.
 */
export function useIncomingFile(take: (file: Blob) => void): boolean {
  const [over, setOver] = useState(false);
  const takeFirst = useEffectEvent((files: FileList | undefined) => {
    const file = files?.[0];
    if (file) take(file);
  });
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    const holds = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
    const onDrag = (event: DragEvent) => {
      if (!holds(event)) return;
      event.preventDefault();
      setOver(event.type === "dragover");
      if (event.type === "drop") takeFirst(event.dataTransfer?.files);
    };
    for (const type of ["dragover", "dragleave", "drop"] as const) document.addEventListener(type, onDrag, { signal });
    document.addEventListener("paste", (event) => takeFirst(event.clipboardData?.files), { signal });
    return () => listening.abort();
  }, []);
  return over;
}
