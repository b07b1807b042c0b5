import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { startTransition, useEffect, useMemo, useState } from 'react';
import type { PageDetail, PageSummary } from '#shared/contract/window/archive';
import { codeLabel } from '#shared/rules/code-lists/index';
import { Chip } from '../../components/chip';
import { Problem } from '../../components/problem';
import { History } from '../../components/history/history';
import { RecordForm } from '../../components/record-form/record-form';
import { navigate } from '../../app/navigation';
import { useLanguage } from '../../i18n/words';
import { service, useQueryOf } from '../../service/use-service';
import { SimilarList } from '../finding/similar-list';
import { openRecord } from '../open-record';
import { knownPage, readyPictures, useComings, useIsLate } from './known-page';
import { foundWords } from './lit-words';
import { PagePaper } from './page-paper';
import { PageStrip } from './page-strip';
import { PartDocument } from './part-document';
import { PageText } from './page-text';
import { PageWay, usePageLine } from './page-way';
import classes from './pages.module.css';
import { usePageWords } from './words';

/**
 * The page on the left, its text at the right; the word under the mouse or focus is lit on both. A page that a list showed before is
 * drawn from what the list knew of it, and its hundreds of words only when its picture stands on the screen.
 */
export function PageScreen({ id, find, part }: { id: string; find: string; part: boolean }) {
  const [known] = useState(() => knownPage(id));
  /** Picture that stands on the screen. */
  const [stands, setStands] = useState<string>();
  const isLate = useIsLate();
  const page = useQueryOf(['archive', 'page', id], () => service().archive.page({ pageId: id }), {
    enabled: known === undefined || stands !== undefined || isLate,
  });
  if (page.error)
    return (
      <div className={classes.problem}>
        <Problem error={page.error} retry={() => void page.refetch()} />
      </div>
    );
  const shown = page.data ?? known;
  return shown ? (
    <Shown
      page={shown}
      find={find}
      part={part}
      stands={stands}
      isLate={isLate}
      onStands={(picture) => startTransition(() => setStands(picture))}
    />
  ) : (
    <div aria-busy="true" />
  );
}

function Shown({
  page,
  find: asked,
  part,
  stands,
  isLate,
  onStands,
}: {
  page: PageSummary | PageDetail;
  find: string;
  part: boolean;
  stands: string | undefined;
  /** The text does not wait for the picture any longer. */
  isLate: boolean;
  onStands(picture: string): void;
}) {
  const say = usePageWords();
  const language = useLanguage();
  const [active, setActive] = useState<number | null>(null);
  const [beside, setBeside] = useState<'text' | 'form' | 'similar' | 'part'>(part ? 'part' : 'text');
  const [find, setFind] = useState(asked);
  const document = useQueryOf(['records', 'archiveDocument', page.documentId], () =>
    service().records.get({ type: 'archiveDocument', id: page.documentId }),
  );
  const siblings = useQueryOf(['archive', 'pagesOfDocument', page.documentId], () =>
    service().archive.pagesOfDocument({ documentId: page.documentId }),
  );
  const came = useComings(usePageLine(page.image).data?.here);
  const picture = `${page.image} ${came}`;
  const detail = (isLate || stands === picture) && 'words' in page ? page : undefined;
  const all = siblings.data?.pages ?? [];
  const at = all.findIndex((one) => one.id === page.id);
  const open = (id: string) =>
    navigate({ screen: 'pages', id, query: { ...(find && { find }), ...(beside === 'part' && { part: '1' }) } }, { replace: true });
  const go = (step: number) => {
    const target = all[at + step];
    if (target) open(target.id);
  };
  const [before, after] = [all[at - 1]?.image, all[at + 1]?.image];
  useEffect(() => {
    if (stands === picture) void readyPictures(after, before).catch(() => undefined);
  }, [stands, picture, after, before]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
      event.preventDefault();
      go(event.key === 'ArrowUp' ? -1 : 1);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
  const record = document.data?.record;
  const title = record?.title || page.sourceName;
  const file = record?.values.file;
  const found = useMemo(() => foundWords(detail?.words ?? [], find), [detail, find]);
  return (
    <div className={classes.screen}>
      <header className={classes.head}>
        <div className={classes.headText}>
          <h1 title={title}>{title}</h1>
          <p>
            {typeof file === 'string' && (
              <button type="button" className="link" onClick={() => void openRecord('archiveFile', file)}>
                {document.data?.titles[file]}
              </button>
            )}
            <span>{say('source', { name: page.sourceName })}</span>
            <PageWay image={page.image} />
          </p>
        </div>
        <Chip
          tone={
            page.state === 'CAN_XEM'
              ? 'warn'
              : page.state === 'LOI'
                ? 'bad'
                : page.state === 'DA_DOC' || page.state === 'DA_SUA'
                  ? 'good'
                  : 'neutral'
          }
        >
          {codeLabel('pageState', page.state, language)}
        </Chip>
        {find !== '' && found.size > 0 && <span className={classes.found}>{say('found', { count: found.size, text: find })}</span>}
        {beside !== 'form' && record && (
          <button type="button" className="link" onClick={() => setBeside('form')}>
            {say('editDocument')}
          </button>
        )}
        {beside !== 'part' && all.length > 1 && (
          <button type="button" className="link" onClick={() => setBeside('part')}>
            {say('part')}
          </button>
        )}
        {beside !== 'similar' && (
          <button type="button" className="link" onClick={() => setBeside('similar')}>
            {say('similar')}
          </button>
        )}
        <nav className={classes.turn}>
          <button type="button" aria-label={say('previous')} title={say('previous')} disabled={at <= 0} onClick={() => go(-1)}>
            <IconChevronLeft size={18} />
          </button>
          <span>{say('pageOf', { order: at + 1, all: all.length })}</span>
          <button
            type="button"
            aria-label={say('next')}
            title={say('next')}
            disabled={at < 0 || at >= all.length - 1}
            onClick={() => go(1)}
          >
            <IconChevronRight size={18} />
          </button>
        </nav>
      </header>
      <div className={classes.body}>
        <PageStrip pages={all} current={page.id} pictures={isLate || stands !== undefined} onOpen={open} />
        <PagePaper
          key={picture}
          page={page}
          words={detail?.words ?? []}
          all={all}
          title={title}
          active={active}
          found={found}
          find={find}
          onFind={setFind}
          onActive={setActive}
          onStands={() => onStands(picture)}
        />
        {beside === 'form' ? (
          <section className={classes.form} aria-label={say('document')}>
            <RecordForm type="archiveDocument" id={page.documentId} onSaved={() => setBeside('text')} onCancel={() => setBeside('text')} />
            <History key={page.documentId} type="archiveDocument" id={page.documentId} />
          </section>
        ) : beside === 'part' && all.length > 1 ? (
          <PartDocument documentId={page.documentId} pages={all} onClose={() => setBeside('text')} />
        ) : beside === 'similar' ? (
          <SimilarList documentId={page.documentId} onClose={() => setBeside('text')} />
        ) : detail ? (
          <PageText page={detail} active={active} found={found} onActive={setActive} />
        ) : (
          <section className={classes.textPane} aria-busy="true" />
        )}
      </div>
    </div>
  );
}
