/** Speed of the line over the last minute of real transfer. */
export interface SpeedMeter {
  add(bytes: number, ms: number): void;
  /** Undefined until enough was moved to say something. */
  bytesPerSecond(): number | undefined;
}

const windowMs = 60_000;
const leastMs = 50;

export function createSpeedMeter(): SpeedMeter {
  const samples: { bytes: number; ms: number }[] = [];
  let bytes = 0;
  let ms = 0;
  return {
    add(moved, took) {
      samples.push({ bytes: moved, ms: took });
      bytes += moved;
      ms += took;
      while (samples.length > 1 && ms - (samples[0]?.ms ?? 0) > windowMs) {
        const oldest = samples.shift();
        bytes -= oldest?.bytes ?? 0;
        ms -= oldest?.ms ?? 0;
      }
    },
    bytesPerSecond: () => (ms < leastMs ? undefined : Math.round((bytes * 1000) / ms)),
  };
}
