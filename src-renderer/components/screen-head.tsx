import { IconArrowLeft } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { navigate, type Route } from '../app/navigation';
import classes from './screen-head.module.css';

/** Title of a page inside a screen, one sentence of what it is for, and the way back to the screen. */
export function ScreenHead({
  title,
  intro,
  back,
  children,
}: {
  title: string;
  intro: string;
  back: { to: Route; text: string };
  children?: ReactNode;
}) {
  return (
    <header className={classes.head}>
      <button type="button" className="square" aria-label={back.text} title={back.text} onClick={() => navigate(back.to)}>
        <IconArrowLeft size="1.125rem" aria-hidden />
      </button>
      <div>
        <h1>{title}</h1>
        <p>{intro}</p>
      </div>
      {children}
    </header>
  );
}
