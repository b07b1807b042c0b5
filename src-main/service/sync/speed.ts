/** Speed of the line over the last minute in which something was under way. Transfers overlap, so time counts once for all of them. */
export interface SpeedMeter {
  /** A transfer begins; call the answer at its end with the bytes that were moved. */
  begin(): (bytes: number) => void;
  /** Undefined until enough was moved to say something. */
  bytesPerSecond(): number | undefined;
}

const windowMs = 60_000;
/** Short exchanges tell the delay of the line, not its speed. */
const leastBytes = 8_192;
const leastMs = 20;

export function createSpeedMeter(now: () => number): SpeedMeter {
  const samples: { bytes: number; ms: number }[] = [];
  let underWay = 0;
  let since = 0;
  let moved = 0;

  return {
    begin() {
      if (underWay++ === 0) {
        since = now();
        moved = 0;
      }
      return (bytes) => {
        moved += bytes;
        underWay -= 1;
        const ms = now() - since;
        if (moved < leastBytes || ms < leastMs) return;
        samples.push({ bytes: moved, ms });
        since += ms;
        moved = 0;
        while (samples.length > 1 && samples.reduce((sum, sample) => sum + sample.ms, 0) > windowMs) samples.shift();
      };
    },
    bytesPerSecond() {
      const ms = samples.reduce((sum, sample) => sum + sample.ms, 0);
      return ms === 0 ? undefined : Math.round((samples.reduce((sum, sample) => sum + sample.bytes, 0) * 1000) / ms);
    },
  };
}
