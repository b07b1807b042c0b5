import type { Hit, Snippet } from '#shared/contract/window/search';
import { codeLabel } from '#shared/rules/code-lists/index';
import { Chip } from '../../components/chip';
import { Due } from '../../components/due';
import { PageImage } from '../../components/page-image';
import { useLanguage } from '../../i18n/words';
import { boxStyle } from '../pages/page-paper';
import { cutOf } from './groups';
import classes from './search.module.css';
import { useSearchWords } from './words';

/** One result: its title and text with the found words marked, for a page with the strip of its image where they stand. */
export function HitRow({ hit, onOpen }: { hit: Hit; onOpen(): void }) {
  const say = useSearchWords();
  const language = useLanguage();
  return (
    <button type="button" data-hit className={classes.hit} data-page={hit.page !== null || undefined} onClick={onOpen}>
      <span className={classes.hitText}>
        <span className={classes.hitTitle}>
          <Marked pieces={hit.title} />
        </span>
        {hit.subtitle && <span className={classes.hitPlace}>{hit.subtitle}</span>}
        {(!hit.page || hit.page.boxes.length === 0) && (
          <span className={classes.hitSnippet}>
            <Marked pieces={hit.snippet} />
          </span>
        )}
      </span>
      {hit.page && hit.page.boxes.length > 0 && <Cut page={hit.page} />}
      <span className={classes.hitSide}>
        {hit.page && (
          <Chip
            tone={hit.page.state === 'CAN_XEM' ? 'warn' : hit.page.state === 'DA_DOC' || hit.page.state === 'DA_SUA' ? 'good' : 'neutral'}
          >
            {codeLabel('pageState', hit.page.state, language)}
          </Chip>
        )}
        {hit.dueOn !== null && <Due date={hit.dueOn} closed={hit.closed} />}
        {hit.year !== null && <span>{say('year', { year: hit.year })}</span>}
      </span>
    </button>
  );
}

const ratio = 6.2;

function Cut({ page }: { page: NonNullable<Hit['page']> }) {
  const say = useSearchWords();
  const cut = cutOf(page, ratio);
  return (
    <span className={classes.cut} style={{ aspectRatio: `${cut.w} / ${cut.h}` }}>
      <span
        className={classes.cutPaper}
        style={{
          width: `${(page.width / cut.w) * 100}%`,
          aspectRatio: `${page.width} / ${page.height}`,
          transform: `translate(${-(cut.x / page.width) * 100}%, ${-(cut.y / page.height) * 100}%)`,
        }}
      >
        <PageImage hash={page.image} variant="view" alt={say('cutOf', { order: page.order })} className={classes.cutImage ?? ''} />
        {page.boxes.map((box, index) => (
          <span key={index} className={classes.cutBox} style={boxStyle(box, page)} />
        ))}
      </span>
    </span>
  );
}

const Marked = ({ pieces }: { pieces: Snippet }) =>
  pieces.map((piece, index) => (piece.mark ? <mark key={index}>{piece.text}</mark> : <span key={index}>{piece.text}</span>));
