import type { ReactNode } from 'react';
import classes from './work.module.css';

/** A register that stands behind a screen of several views: the ways to the other views stay above it. */
export const RegisterFrame = ({ tabs, children }: { tabs: ReactNode; children: ReactNode }) => (
  <div className={classes.registerFrame}>
    <div className={classes.registerTabs}>{tabs}</div>
    <div className={classes.registerBody}>{children}</div>
  </div>
);
