import { TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { navigate, useRoute } from '../../app/navigation';
import { formatRoute } from '../../app/route';
import { Blocks } from './blocks';
import { type Chapter, findInGuide } from './chapters';
import { chapters } from './guide-text';
import classes from './guide.module.css';
import { useGuideWords } from './words';

const addressOf = (chapter: string, at?: string): string =>
  formatRoute({ screen: 'guide', query: { chapter, ...(at !== undefined && at !== chapter && { at }) } });

/** Hướng dẫn sử dụng: chapters at the left, one chapter at the right, found by words typed with or without marks. */
export function GuideScreen() {
  const say = useGuideWords();
  const { query = {} } = useRoute();
  const [typed, setTyped] = useState('');
  const work = useRef<HTMLDivElement>(null);
  const at = chapters.findIndex(({ id }) => id === query['chapter']);
  const chapter = chapters[Math.max(0, at)];
  const place = query['at'];
  useEffect(() => {
    const heading = place === undefined ? null : document.getElementById(place);
    if (heading) heading.scrollIntoView({ block: 'start' });
    else work.current?.scrollTo(0, 0);
  }, [chapter, place]);
  return (
    <div className={classes.page}>
      <nav className={classes.aside} aria-label={say('contents')}>
        <h1>{say('title')}</h1>
        <TextInput
          type="search"
          aria-label={say('find')}
          placeholder={say('find')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        {typed.trim() === '' ? (
          <ol className={classes.contents} lang="vi">
            {chapters.map(({ id, title }) => (
              <li key={id}>
                <a href={addressOf(id)} aria-current={id === chapter?.id ? 'page' : undefined}>
                  {title}
                </a>
              </li>
            ))}
          </ol>
        ) : (
          <FoundPlaces typed={typed} />
        )}
      </nav>
      <div ref={work} className={classes.chapter} tabIndex={-1}>
        {chapter && (
          <article>
            <h2>{chapter.title}</h2>
            <Blocks blocks={chapter.blocks} />
            <Neighbours before={chapters[Math.max(0, at) - 1]} after={chapters[Math.max(0, at) + 1]} />
          </article>
        )}
      </div>
    </div>
  );
}

function FoundPlaces({ typed }: { typed: string }) {
  const say = useGuideWords();
  const found = findInGuide(chapters, typed);
  return (
    <>
      <p className={classes.quiet} role="status">
        {found.length === 0 ? say('noneFound') : say('found', { count: found.length })}
      </p>
      <ol className={classes.contents} lang="vi">
        {found.map(({ chapter, heading, id, text }) => (
          <li key={`${chapter.id}/${id}`}>
            <a href={addressOf(chapter.id, id)}>
              <strong>{heading === '' ? chapter.title : heading}</strong>
              <span>{text.slice(0, 110)}</span>
            </a>
          </li>
        ))}
      </ol>
    </>
  );
}

const Neighbours = ({ before, after }: { before: Chapter | undefined; after: Chapter | undefined }) => (
  <p className={classes.neighbours} lang="vi">
    {before && (
      <button type="button" className="link" onClick={() => navigate({ screen: 'guide', query: { chapter: before.id } })}>
        ← {before.title}
      </button>
    )}
    {after && (
      <button type="button" className="link" onClick={() => navigate({ screen: 'guide', query: { chapter: after.id } })}>
        {after.title} →
      </button>
    )}
  </p>
);
