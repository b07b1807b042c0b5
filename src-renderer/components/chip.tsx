import type { ReactNode } from 'react';
import classes from './chip.module.css';

export type Tone = 'neutral' | 'good' | 'warn' | 'bad';

/** A state in words on its tint; the tint alone never says it. */
export function Chip({ tone = 'neutral', icon, children }: { tone?: Tone; icon?: ReactNode; children: ReactNode }) {
  return (
    <span className={`${classes.chip} ${classes[tone]}`}>
      {icon}
      {children}
    </span>
  );
}
