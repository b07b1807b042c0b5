import { Button } from '@mantine/core';
import { IconCloudDown, IconCut, IconFileImport, IconPencil, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { PageSummary } from '#shared/contract/window/archive';
import type { RecordView } from '#shared/contract/window/common';
import { codeLabel } from '#shared/rules/code-lists/index';
import { Chip } from '../../components/chip';
import { Empty } from '../../components/empty';
import { PageImage } from '../../components/page-image';
import { History } from '../../components/history/history';
import { Problem } from '../../components/problem';
import { SyncMark } from '../../components/sync-mark';
import { navigate } from '../../app/navigation';
import { notice, noticeOfFailure } from '../../app/notices';
import { useLanguage } from '../../i18n/words';
import { service, useQueryOf } from '../../service/use-service';
import { dayText } from '../format';
import { FileTimeline } from '../finding/file-timeline';
import { useFindingWords } from '../finding/words';
import { ConflictBar } from '../review/conflict-bar';
import tone from '../../components/tone.module.css';
import classes from './file-record.module.css';
import { ExportLink } from './out/out-buttons';
import { PageTools, type PlaceOfPages } from './page-tools';
import { useArchiveWords } from './words';

/** One file: what its card says, then its documents as thumbnails of their pages. */
export function FileRecord({
  id,
  busy,
  onImport,
  onPlace,
  onEdit,
  onClose,
}: {
  id: string;
  busy: boolean;
  onImport(): void;
  onPlace(place: PlaceOfPages): void;
  onEdit(): void;
  onClose(): void;
}) {
  const say = useArchiveWords();
  const sayFinding = useFindingWords();
  const [byTime, setByTime] = useState(false);
  const language = useLanguage();
  const file = useQueryOf(['records', 'archiveFile', id], () => service().records.get({ type: 'archiveFile', id }));
  const documents = useQueryOf(['records', 'archiveDocument', 'of', id], () =>
    service().records.list({
      type: 'archiveDocument',
      filters: [{ field: 'file', op: 'eq', value: id }],
      sort: [{ field: 'order', direction: 'asc' }],
      limit: 500,
    }),
  );
  const pages = useQueryOf(['archive', 'pagesOfFile', id], () => service().archive.pagesOfFile({ fileId: id }), { keep: true });
  const error = file.error ?? documents.error ?? pages.error;
  if (error) return <Problem error={error} />;
  if (!file.data || !documents.data || !pages.data) return <div aria-busy="true" />;
  const { values, sync } = file.data.record;
  const facts = [
    [say('time'), [dayText(values.startDate), dayText(values.endDate)].filter(Boolean).join(' – ')],
    [say('retention'), values.retention ? codeLabel('retention', String(values.retention), language) : ''],
    [say('paper'), [values.store, values.shelf, values.box && say('box', { box: String(values.box) })].filter(Boolean).join(', ')],
  ].filter(([, text]) => text !== '');
  return (
    <>
      <header className={classes.recordHead}>
        <div>
          <h2 title={String(values.code ?? '')}>{String(values.code ?? '')}</h2>
          <p className={tone.quiet}>{say('documentsAndPages', { documents: documents.data.total, pages: pages.data.pages.length })}</p>
        </div>
        <Button disabled={busy} leftSection={<IconFileImport size={16} />} onClick={onImport}>
          {say('import')}
        </Button>
        <button type="button" className="square" aria-label={say('close')} onClick={onClose}>
          <IconX size={16} />
        </button>
      </header>
      <div className={classes.recordBody}>
        <ConflictBar recordId={id} />
        <p className={classes.fileTitle}>{String(values.title ?? '')}</p>
        <dl className={classes.facts}>
          {facts.map(([name, text]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
        <p className={classes.recordActs}>
          <SyncMark state={sync} />{' '}
          <button type="button" className="link" onClick={onEdit}>
            <IconPencil size={14} /> {say('editFile')}
          </button>
          <ExportLink ask={`file:${id}`} />
          <FetchPages fileId={id} pages={pages.data.pages} />
        </p>
        {documents.data.rows.length > 1 && (
          <p>
            <button type="button" className="link" aria-pressed={byTime} onClick={() => setByTime(!byTime)}>
              {sayFinding(byTime ? 'thumbs' : 'timeline')}
            </button>
          </p>
        )}
        {byTime ? (
          <FileTimeline fileId={id} />
        ) : documents.data.rows.length === 0 ? (
          <Empty title={say('noDocuments')} hint={say('noDocumentsHint')} />
        ) : (
          documents.data.rows.map((document) => (
            <DocumentBlock
              key={document.id}
              document={document}
              onPlace={onPlace}
              pages={pages.data.pages.filter((page) => page.documentId === document.id)}
            />
          ))
        )}
        <History key={id} type="archiveFile" id={id} />
      </div>
    </>
  );
}

/** Where this machine has a way to the province: brings the images of the file that are not here. */
function FetchPages({ fileId, pages }: { fileId: string; pages: readonly PageSummary[] }) {
  const say = useArchiveWords();
  const status = useQueryOf(['sync', 'status'], () => service().sync.status());
  if (!status.data?.hub || pages.length === 0) return null;
  const fetchAll = async () => {
    const { pages: count } = await service().sync.fetchPages({ fileId });
    notice(count === 0 ? say('fetchNone') : say('fetchAsked', { count }));
  };
  return (
    <button type="button" className="link" onClick={() => void fetchAll().catch(noticeOfFailure)}>
      <IconCloudDown size={14} aria-hidden /> {say('fetch')}
    </button>
  );
}

/** A document with its pages, each a thumbnail that opens it. */
function DocumentBlock({
  document,
  pages,
  onPlace,
}: {
  document: RecordView;
  pages: readonly PageSummary[];
  onPlace(place: PlaceOfPages): void;
}) {
  const say = useArchiveWords();
  const language = useLanguage();
  const [most, setMost] = useState(atOnce);
  const shown = pages.slice(0, most);
  const { order, type, issuedOn } = document.values;
  const name = document.title || say('document', { order: Number(order ?? 0) });
  return (
    <section className={classes.document} aria-label={name}>
      <h3 title={name}>{name}</h3>
      <p className={tone.quiet}>
        {[
          type ? codeLabel('documentType', String(type), language) : '',
          dayText(issuedOn),
          codeLabel('verificationState', String(document.values.verification), language),
        ]
          .filter(Boolean)
          .join(' · ')}{' '}
        <ExportLink ask={`document:${document.id}`} />
        {pages[0] && pages.length > 1 && <PartLink pageId={pages[0].id} />}
      </p>
      <ul className={classes.thumbs}>
        {shown.map((page) => (
          <li key={page.id}>
            <button type="button" onClick={() => navigate({ screen: 'pages', id: page.id })}>
              <PageImage
                hash={page.image}
                variant="thumb"
                alt={say('pageAlt', { title: name, order: page.order })}
                className={classes.thumb ?? ''}
                turn={page.rotation}
              />
              <span>
                <Chip tone={toneOf(page.state)}>{codeLabel('pageState', page.state, language)}</Chip>
              </span>
              <span className={tone.quiet}>{say('page', { order: page.order })}</span>
            </button>
            <PageTools page={page} pages={pages} onPlace={onPlace} />
          </li>
        ))}
      </ul>
      {shown.length < pages.length && (
        <button type="button" className="link" onClick={() => setMost(most + atOnce)}>
          {say('morePages', { count: Math.min(atOnce, pages.length - shown.length), left: pages.length - shown.length })}
        </button>
      )}
    </section>
  );
}

/** Leads to the pages of a document that came as a stack, to part it. */
function PartLink({ pageId }: { pageId: string }) {
  const say = useArchiveWords();
  return (
    <button type="button" className="link" onClick={() => navigate({ screen: 'pages', id: pageId, query: { part: '1' } })}>
      <IconCut size={14} aria-hidden /> {say('part')}
    </button>
  );
}

/** Thumbnails of a document that are shown at first, and with each wish for more: pictures of a long file would fill the memory. */
const atOnce = 24;

const toneOf = (state: string) =>
  state === 'DA_DOC' || state === 'DA_SUA' ? 'good' : state === 'CAN_XEM' ? 'warn' : state === 'LOI' ? 'bad' : 'neutral';
