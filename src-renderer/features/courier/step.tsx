import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './courier.module.css';

/** One step of a guide: done, to do now, or later. */
export function Step({ n, state, title, children }: { n: number; state: 'done' | 'now' | 'later'; title: string; children?: ReactNode }) {
  return (
    <li className={classes.step} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
      <span className={classes.stepMark} aria-hidden>
        {state === 'done' ? <IconCheck size={14} stroke={3} /> : n}
      </span>
      <div>
        <b>{title}</b>
        {children}
      </div>
    </li>
  );
}
