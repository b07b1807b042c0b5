import { round } from '../bench-result';
import type { Line } from '../net/line';

/** One piece of the work. Bytes are both ways together; the floor is that of the main way, for the content alone. */
export interface Step {
  readonly seconds: number;
  readonly bytes: number;
  readonly contentBytes: number;
  readonly floorSeconds: number | null;
}

/** Seconds that the line needs for so many bytes of content at least; null where it is not emulated. */
export type Floor = (direction: 'up' | 'down', bytes: number) => number | null;

/** Measures steps on a line: `act` gives its milliseconds, `content` is asked afterwards what it weighed. */
export function measureOn(line: Line, floor: Floor, who: string) {
  return async (name: string, direction: 'up' | 'down', act: () => Promise<number>, content: () => Promise<number>): Promise<Step> => {
    await line.restart();
    const before = line.moved();
    const ms = await act();
    await settled(line);
    const after = line.moved();
    const contentBytes = await content();
    const least = floor(direction, contentBytes);
    const step = {
      seconds: round(ms / 1000),
      bytes: after.up - before.up + after.down - before.down,
      contentBytes,
      floorSeconds: least === null ? null : round(least),
    };
    console.error(`bench sync: ${who} ${name} ${JSON.stringify(step)}`);
    return step;
  };
}

/** Waits until what is still on its way (the last acknowledgements of TCP) has been counted. */
async function settled(line: Line): Promise<void> {
  for (let last = -1, looks = 0; looks < 10; looks += 1) {
    const { up, down } = line.moved();
    if (up + down === last) return;
    last = up + down;
    await new Promise((resolve) => setTimeout(resolve, 700));
  }
}
