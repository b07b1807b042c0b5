import { dayNumber, type Day } from '../rules/day';
import type { Random } from './random';

export type MakeId = (day: Day) => string;

/** Makes repeatable UUIDv7 whose time is the working hours of a day (of that day, not of today). */
export function idMaker(random: Random): MakeId {
  let count = 0;
  return (day) => {
    count += 1;
    const milliseconds = dayNumber(day) * 86_400_000 + 3_600_000 + (count % 28_800_000);
    const time = milliseconds.toString(16).padStart(12, '0');
    const chance = random.hex(18);
    const variant = '89ab'[Number.parseInt(chance[3] as string, 16) % 4];
    return `${time.slice(0, 8)}-${time.slice(8)}-7${chance.slice(0, 3)}-${variant}${chance.slice(4, 7)}-${chance.slice(6)}`;
  };
}
