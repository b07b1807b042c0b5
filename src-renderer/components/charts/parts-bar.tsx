import classes from './charts.module.css';

const tones = [classes.part1, classes.part2, classes.part3, classes.part4, classes.part5];

/** One bar in parts, the largest first; from the sixth on parts share the last tone. What it says stands beside it in words. */
export function PartsBar({ parts }: { parts: readonly { key: string; label: string; count: number }[] }) {
  const total = Math.max(
    1,
    parts.reduce((sum, { count }) => sum + count, 0),
  );
  const widths = parts.map(({ count }) => (count / total) * 100);
  return (
    <svg className={classes.parts} viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      {parts.map(({ key, label, count }, index) => {
        const x = widths.slice(0, index).reduce((sum, width) => sum + width, 0);
        const width = Math.max(0.4, (widths[index] ?? 0) - 0.6);
        return (
          <rect key={key} className={tones[Math.min(index, tones.length - 1)]} x={x} y={0} width={width} height={8}>
            <title>{`${label}: ${count}`}</title>
          </rect>
        );
      })}
    </svg>
  );
}

/** The tone of a part, for the words that explain it. */
export const partTone = (index: number): string => tones[Math.min(index, tones.length - 1)] ?? '';
