import { navigate } from '../../app/navigation';
import type { Route } from '../../app/route';
import { Blocks } from './blocks';
import { chapterOf } from './chapters';
import { chapters } from './guide-text';
import classes from './guide.module.css';
import { useGuideWords } from './words';

/** The chapter of the guide that belongs to an address of the window, beside the work. */
export function ChapterHelp({ route: { screen, query = {} } }: { route: Route }) {
  const say = useGuideWords();
  const chapter = chapterOf(chapters, screen, ...['view', 'part', 'type'].flatMap((key) => query[key] ?? []));
  if (!chapter) return null;
  return (
    <section className={classes.beside} aria-label={say('ofScreen')}>
      <h3 lang="vi">{chapter.title}</h3>
      <button type="button" className="link" onClick={() => navigate({ screen: 'guide', query: { chapter: chapter.id } })}>
        {say('whole')}
      </button>
      <Blocks blocks={chapter.blocks} />
    </section>
  );
}
