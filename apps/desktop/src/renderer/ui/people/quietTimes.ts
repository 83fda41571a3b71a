/** When a day begins for people who want to be left alone until then. */
const MORNING_HOUR = 8;

/** Seconds of "for 1 hour". */
export const HOUR_SECONDS = 3_600;

/** The morning of the next day, by the local clock. */
export function tomorrowMorning(now: Date): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, MORNING_HOUR);
}

export function secondsUntil(end: Date, now: Date): number {
  return (end.getTime() - now.getTime()) / 1000;
}
