/** The meter begins here, dB: what is quieter is not heard beside a voice. */
export const METER_FLOOR_DB = -60;

/** How much of the meter a level fills, 0 to 1. */
export function filledBy(level: number | null): number {
  if (level === null) return 0;
  return Math.min(1, Math.max(0, 1 - level / METER_FLOOR_DB));
}
