import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import type { ShareSource } from "../../../shared/sharing";
import { gridMove } from "./gridMove";

type Radio = HTMLInputElement;

/**
 * Arrow keys in two dimensions, Home and End; and the focus is never lost: not when the pictures come after the dialog,
 * and not when the focused window closes.
 */
export function useGridFocus(sources: readonly ShareSource[], onPick: (sourceId: string) => void) {
  const grid = useRef<HTMLDivElement>(null);
  useFirstFocus(grid, sources.length > 0);
  const noteFocus = useKeptFocus(grid, sources);

  const onKeyDown = (event: KeyboardEvent) => {
    const radios = radiosIn(grid.current);
    const from = radios.indexOf(event.target as Radio);
    if (from < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    const to = gridMove(event.key, from, radios.length, columnsOf(grid.current));
    const radio = to === null ? undefined : radios[to];
    if (!radio) return;
    // Radio buttons of their own know one dimension only.
    event.preventDefault();
    radio.focus();
    radio.closest("label")?.scrollIntoView({ block: "nearest" });
    onPick(radio.value);
  };
  return { ref: grid, onKeyDown, onFocus: noteFocus };
}

/** The pictures come after the dialog: hand them the focus unless the person has moved it already. */
function useFirstFocus(grid: RefObject<HTMLDivElement | null>, filled: boolean): void {
  useEffect(() => {
    if (!filled || !(document.activeElement instanceof HTMLDialogElement)) return;
    focusSource(grid.current, 0);
  }, [grid, filled]);
}

/** When the focused source goes, the one in its place gets the focus; it is not chosen by that. */
function useKeptFocus(grid: RefObject<HTMLDivElement | null>, sources: readonly ShareSource[]): () => void {
  const focused = useRef<{ id: string; index: number } | null>(null);
  useLayoutEffect(() => {
    const before = focused.current;
    if (!before || sources.some(({ id }) => id === before.id)) return;
    focused.current = null;
    const active = document.activeElement;
    const isLost = active === null || active === document.body || active instanceof HTMLDialogElement;
    if (isLost) focusSource(grid.current, before.index);
  }, [grid, sources]);
  return () => {
    const radios = radiosIn(grid.current);
    const index = radios.indexOf(document.activeElement as Radio);
    focused.current = index < 0 ? null : { id: radios[index]?.value ?? "", index };
  };
}

function focusSource(grid: HTMLDivElement | null, index: number): void {
  const radios = radiosIn(grid);
  const chosen = radios.find(({ checked }) => checked);
  (chosen ?? radios[Math.min(index, radios.length - 1)] ?? grid?.closest("dialog"))?.focus();
}

/** Moves from the search field into the sources: to the chosen one, else the first, which is chosen then. */
export function enterSources(form: HTMLFormElement | null): void {
  const radios = radiosIn(form?.querySelector("[data-sources]") ?? null);
  const radio = radios.find(({ checked }) => checked) ?? radios[0];
  radio?.focus();
  if (radio && !radio.checked) radio.click();
}

function radiosIn(parent: Element | null): Radio[] {
  return [...(parent?.querySelectorAll<Radio>("input[type=radio]") ?? [])];
}

function columnsOf(grid: HTMLDivElement | null): number {
  return grid ? getComputedStyle(grid).gridTemplateColumns.split(" ").length : 1;
}
