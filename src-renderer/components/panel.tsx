import type { ReactNode } from 'react';
import classes from './panel.module.css';

/** A framed part of a page with its name in the head. `flush`: rows reach the edge, without inner padding. */
export function Panel({
  title,
  aside,
  children,
  flush = false,
  className,
}: {
  title: ReactNode;
  aside?: ReactNode;
  children?: ReactNode;
  flush?: boolean;
  className?: string;
}) {
  return (
    <section className={[classes.panel, classes.stack, className].filter(Boolean).join(' ')}>
      <header className={classes.head}>
        <h2>{title}</h2>
        {aside && <div className={classes.aside}>{aside}</div>}
      </header>
      <div className={flush ? classes.flush : classes.body}>{children}</div>
    </section>
  );
}
