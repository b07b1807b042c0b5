import { useEffect, useRef } from 'react';
import type { PageDetail } from '#shared/contract/window/archive';
import { isUncertain, linesOf } from './lit-words';
import classes from './pages.module.css';
import { usePageWords } from './words';

export interface PageWordsProps {
  readonly page: PageDetail;
  /** The word in sight, by its index. */
  readonly active: number | null;
  readonly found: ReadonlySet<number>;
  onActive(word: number | null): void;
}

/** The words as they were read, line by line; uncertain ones are buttons that light their place on the image. */
export function PageWords({ page, active, found, onActive }: PageWordsProps) {
  const say = usePageWords();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active !== null) box.current?.querySelector(`[data-word="${active}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div ref={box} className={classes.lines} onMouseLeave={() => onActive(null)}>
      {linesOf(page.words).map((line, row) => (
        <p key={row}>
          {line.words.map(({ word, index }) => {
            const look = {
              'data-word': index,
              'data-active': index === active || undefined,
              'data-found': found.has(index) || undefined,
              className: classes.word,
            };
            return (
              <span key={index}>
                {isUncertain(word) ? (
                  <button
                    type="button"
                    {...look}
                    data-uncertain
                    title={say('word', { percent: Math.round(word.confidence) })}
                    onMouseEnter={() => onActive(index)}
                    onFocus={() => onActive(index)}
                    onClick={() => onActive(index)}
                  >
                    {word.text}
                  </button>
                ) : (
                  // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- lights the word on the image; the text itself is readable without it
                  <span {...look} onMouseEnter={() => onActive(index)}>
                    {word.text}
                  </span>
                )}{' '}
              </span>
            );
          })}
        </p>
      ))}
    </div>
  );
}
