/** A length pair; which unit, the name that holds it says. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A place in the view: CSS px from its top left corner. */
export interface ViewPoint {
  readonly x: number;
  readonly y: number;
}

/** A place on the picture: 0 is its left or top edge, 1 its right or bottom edge, whatever its size is drawn at. */
export interface PicturePoint {
  readonly x: number;
  readonly y: number;
}

/** What is given: the room, the picture and the screen. */
export interface Surroundings {
  /** The area the picture is seen through, CSS px. */
  readonly view: Size;
  /** The picture as it arrives, video pixels. */
  readonly picture: Size;
  /** Device pixels per CSS px. */
  readonly pixelRatio: number;
}

/**
 * What the viewer chose. `centre` is the place on the picture in the middle of the view, so that a choice keeps its
 * meaning when the view grows. `zoom` is device pixels per video pixel; original size is 1.
 */
export type ViewChoice =
  | { readonly mode: "fit" }
  | { readonly mode: "original"; readonly centre: PicturePoint }
  | { readonly mode: "free"; readonly zoom: number; readonly centre: PicturePoint };

/** Where the picture lies in the view. */
export interface Viewport extends Surroundings {
  readonly mode: ViewChoice["mode"];
  /** Device pixels per video pixel. */
  readonly zoom: number;
  readonly centre: PicturePoint;
  /** The picture's top left corner and its size, CSS px in the view. At whole zooms the corner lies on a device pixel. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export const FIT: ViewChoice = { mode: "fit" };
const MIDDLE: PicturePoint = { x: 0.5, y: 0.5 };
const MIN_ZOOM = 0.1;
const MAX_ZOOM = 8;
const STEPS = [0.1, 0.25, 0.33, 0.5, 0.67, 0.75, 1, 1.25, 1.5, 2, 3, 4, 6, 8];
/** A step that is nearly where one stands is no step. */
const STEP_APART = 1.02;

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}

/** The zoom at which the whole picture is seen as large as the view allows. */
export function fitZoom({ view, picture, pixelRatio }: Surroundings): number {
  return Math.min(view.width / picture.width, view.height / picture.height) * pixelRatio;
}

/** 10 % to 800 %, and as far as "fit" goes where a picture is tiny or huge: else a step out of it would jump back. */
function clampZoom(zoom: number, given: Surroundings): number {
  const fit = fitZoom(given);
  return clamp(zoom, Math.min(MIN_ZOOM, fit), Math.max(MAX_ZOOM, fit));
}

/** Nearest centre at which no gap opens beside a picture wider than the view; a narrower one stands in the middle. */
function clampCentre(centre: number, view: number, drawn: number): number {
  const half = view / drawn / 2;
  return half >= 0.5 ? 0.5 : clamp(centre, half, 1 - half);
}

/** At whole zooms to the nearest device pixel, so that each video pixel covers whole ones of the screen. */
function snap(length: number, zoom: number, pixelRatio: number): number {
  return Number.isInteger(zoom) ? Math.round(length * pixelRatio) / pixelRatio : length;
}

/** Lays the picture into the view as chosen. All sizes of `given` must be greater than 0. */
export function layOut(choice: ViewChoice, given: Surroundings): Viewport {
  const { view, picture, pixelRatio } = given;
  const zoom = choice.mode === "fit" ? fitZoom(given) : choice.mode === "free" ? clampZoom(choice.zoom, given) : 1;
  const wanted = choice.mode === "fit" ? MIDDLE : choice.centre;
  const width = (picture.width * zoom) / pixelRatio;
  const height = (picture.height * zoom) / pixelRatio;
  const centre = { x: clampCentre(wanted.x, view.width, width), y: clampCentre(wanted.y, view.height, height) };
  return {
    ...given,
    mode: choice.mode,
    zoom,
    centre,
    width,
    height,
    left: snap(view.width / 2 - centre.x * width, zoom, pixelRatio),
    top: snap(view.height / 2 - centre.y * height, zoom, pixelRatio),
  };
}

/** Where a point of the view lies on the picture; null beside it. */
export function toPicture({ left, top, width, height }: Viewport, { x, y }: ViewPoint): PicturePoint | null {
  const place = { x: (x - left) / width, y: (y - top) / height };
  const inside = place.x >= 0 && place.x <= 1 && place.y >= 0 && place.y <= 1;
  return inside ? place : null;
}

/** Where a place on the picture is drawn in the view; it may lie outside of what is seen. */
export function fromPicture({ left, top, width, height }: Viewport, { x, y }: PicturePoint): ViewPoint {
  return { x: left + x * width, y: top + y * height };
}

/** The choice that lays the picture as it lies. */
export function choiceOf({ mode, zoom, centre }: Viewport): ViewChoice {
  if (mode === "fit") return FIT;
  return mode === "original" ? { mode, centre } : { mode, zoom, centre };
}

/** The choice whose centre is valid, so that panning against an edge does not have to be undone first. */
function settle(zoom: number, centre: PicturePoint, given: Surroundings): ViewChoice {
  return choiceOf(layOut(zoom === 1 ? { mode: "original", centre } : { mode: "free", zoom, centre }, given));
}

/**
 * Zooms so that what is seen at `about` stays there, as far as the picture's edges allow, and then moves by `shift`.
 * @param zoom device pixels per video pixel
 */
export function zoomAbout(
  from: Viewport,
  zoom: number,
  about: ViewPoint,
  shift: ViewPoint = { x: 0, y: 0 },
): ViewChoice {
  const wanted = clampZoom(zoom, from);
  const growth = wanted / from.zoom;
  const along = (centre: number, view: number, drawn: number, start: number, point: number, moved: number) => {
    // Zooming keeps what is drawn there; moving alone goes by the centre, which no snap has moved, so that nothing adds up.
    const seen = growth === 1 ? centre + (point - view / 2) / drawn : (point - start) / drawn;
    return seen - (point + moved - view / 2) / (drawn * growth);
  };
  return settle(
    wanted,
    {
      x: along(from.centre.x, from.view.width, from.width, from.left, about.x, shift.x),
      y: along(from.centre.y, from.view.height, from.height, from.top, about.y, shift.y),
    },
    from,
  );
}

/** Moves the picture by CSS px. A picture that fits stays as it is. */
export function panBy(from: Viewport, shift: ViewPoint): ViewChoice {
  return from.mode === "fit" ? FIT : zoomAbout(from, from.zoom, { x: 0, y: 0 }, shift);
}

/** Original size with `about` in its place. */
export function originalAbout(from: Viewport, about: ViewPoint): ViewChoice {
  return zoomAbout(from, 1, about);
}

/** The next round zoom in a direction. */
export function nextStep({ zoom }: Viewport, direction: "in" | "out"): number {
  if (direction === "in") return STEPS.find((step) => step > zoom * STEP_APART) ?? zoom;
  return STEPS.findLast((step) => step < zoom / STEP_APART) ?? zoom;
}

/** Is there more of the picture than is seen? */
export function canPan({ view, width, height }: Viewport): boolean {
  return width > view.width + 0.5 || height > view.height + 0.5;
}

/** Middle of the view, about which keys and buttons zoom. */
export function middleOf({ view }: Surroundings): ViewPoint {
  return { x: view.width / 2, y: view.height / 2 };
}

/**
 * What to show when the picture arrives in another size. A free zoom keeps the size on the screen while only the sender's
 * resolution changes, so that a moment of bad network does not make the picture jump.
 */
export function afterResize(choice: ViewChoice, before: Size, now: Size): ViewChoice {
  if (choice.mode !== "free") return choice;
  const sameShape = Math.abs(before.width / before.height / (now.width / now.height) - 1) < 0.02;
  return sameShape ? { ...choice, zoom: (choice.zoom * before.width) / now.width } : choice;
}
