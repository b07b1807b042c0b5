import { Button, Checkbox } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { PageSummary } from '#shared/contract/window/archive';
import { codeLabel } from '#shared/rules/code-lists/index';
import { navigate } from '../../app/navigation';
import { notice } from '../../app/notices';
import { PageImage } from '../../components/page-image';
import { Problem } from '../../components/problem';
import { useLanguage } from '../../i18n/words';
import { service, useQueryOf } from '../../service/use-service';
import classes from './part-document.module.css';
import { usePageWords } from './words';

/** What a clerk marked, by document: kept while pages are turned over to look at them. */
const marked = new Map<string, ReadonlySet<string>>();

/** Documents within a stack that came as one: proposed where each begins, changed by the clerk, then parted as one act that is taken back as one. */
export function PartDocument({ documentId, pages, onClose }: { documentId: string; pages: readonly PageSummary[]; onClose(): void }) {
  const say = usePageWords();
  const language = useLanguage();
  const found = useQueryOf(['archive', 'documentStarts', documentId], () => service().archive.documentStarts({ documentId }));
  const [own, setOwn] = useState(marked.get(documentId));
  const [error, setError] = useState<unknown>(null);
  const [first, ...others] = pages;
  const proposed = new Map(found.data?.starts.map((start) => [start.pageId, start]));
  const begins = own ?? new Set([...proposed.keys()].filter((id) => id !== first?.id));
  const count = 1 + others.filter(({ id }) => begins.has(id)).length;
  const unread = pages.filter(({ state }) => state === 'CHO_DOC' || state === 'DANG_DOC').length;
  const mark = (id: string) => {
    const next = new Set(begins);
    if (!next.delete(id)) next.add(id);
    marked.set(documentId, next);
    setOwn(next);
  };
  const close = () => {
    marked.delete(documentId);
    onClose();
  };
  const part = async () => {
    setError(null);
    try {
      const firstPages = others.filter(({ id }) => begins.has(id)).map(({ id }) => id);
      const { documentIds, changeId } = await service().archive.splitDocument({ documentId, firstPages });
      notice(
        say('parted', { count: documentIds.length }),
        changeId === null
          ? undefined
          : async () => {
              await service().archive.undoPages({ changeId });
            },
      );
      close();
    } catch (failed) {
      setError(failed);
    }
  };
  return (
    <section className={classes.part} aria-label={say('part')}>
      <header>
        <div>
          <h2>{say('part')}</h2>
          <p>{say('partHint')}</p>
        </div>
        <button type="button" className="square" aria-label={say('cancel')} onClick={close}>
          <IconX size={16} />
        </button>
      </header>
      {found.error && <Problem error={found.error} retry={() => void found.refetch()} />}
      {error !== null && <Problem error={error} />}
      {unread > 0 && <p role="status">{say('partUnread', { count: unread })}</p>}
      <ol>
        {pages.map((page) => {
          const start = proposed.get(page.id);
          const sure = start && start.reason !== 'first';
          return (
            <li key={page.id} data-begins={page.id === first?.id || begins.has(page.id) || undefined}>
              <button type="button" onClick={() => navigate({ screen: 'pages', id: page.id, query: { part: '1' } }, { replace: true })}>
                <PageImage
                  hash={page.image}
                  variant="thumb"
                  alt={say('stripPage', { order: page.order })}
                  className={classes.thumb ?? ''}
                  turn={page.rotation}
                />
              </button>
              <div>
                {page.id === first?.id ? (
                  <b>{say('partFirst')}</b>
                ) : (
                  <Checkbox checked={begins.has(page.id)} label={say('partHere', { order: page.order })} onChange={() => mark(page.id)} />
                )}
                {sure && (
                  <p>
                    {[say(`part_${start.reason}`), start.type && codeLabel('documentType', start.type, language)]
                      .filter(Boolean)
                      .join(' · ')}
                  </p>
                )}
              </div>
            </li>
          );
        })}
      </ol>
      <footer>
        <Button disabled={count < 2} onClick={() => void part()}>
          {say('partNow', { count })}
        </Button>
      </footer>
    </section>
  );
}
