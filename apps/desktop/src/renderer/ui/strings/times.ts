import { t } from "./strings";

const DAY_MS = 24 * 60 * 60 * 1000;

/** `3:07` or `1:02:33`. */
export function clock(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const rest = String(seconds % 60).padStart(2, "0");
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, "0")}:${rest}` : `${minutes}:${rest}`;
}

/** ISO 8601 duration for `<time dateTime>`. */
export function isoDuration(seconds: number): string {
  return `PT${seconds}S`;
}

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

/** A time to come, within a week: `14:05`, or with the day when that is another one. */
export function dayTime(at: number, now: Date = new Date()): string {
  const date = new Date(at);
  const time = new Intl.DateTimeFormat(undefined, { hour: "numeric", minute: "2-digit" }).format(date);
  if (startOfDay(date) === startOfDay(now)) return time;
  return `${new Intl.DateTimeFormat(undefined, { weekday: "long" }).format(date)}, ${time}`;
}

/** When something happened, as briefly as it stays clear: `14:05`, `Yesterday, 14:05`, `3 Nov, 14:05`. */
export function when(iso: string, now: Date = new Date()): string {
  const date = new Date(iso);
  const time = new Intl.DateTimeFormat(undefined, { hour: "numeric", minute: "2-digit" }).format(date);
  const days = Math.round((startOfDay(now) - startOfDay(date)) / DAY_MS);
  if (days === 0) return time;
  if (days === 1) return t.yesterday(time);
  const sameYear = date.getFullYear() === now.getFullYear();
  const day = new Intl.DateTimeFormat(undefined, {
    day: "numeric",
    month: "short",
    ...(sameYear ? {} : { year: "numeric" }),
  }).format(date);
  return `${day}, ${time}`;
}
