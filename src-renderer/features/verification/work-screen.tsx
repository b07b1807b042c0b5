import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Sheet } from '#shared/contract/window/verification';
import { navigate, useRoute } from '../../app/navigation';
import { notice, noticeOfFailure } from '../../app/notices';
import { useDraftName } from '../../app/session';
import { useShortcut } from '../../app/shortcuts';
import { useViewState } from '../../app/view-state';
import { Empty } from '../../components/empty';
import { PageImage } from '../../components/page-image';
import { Problem } from '../../components/problem';
import { useDraft } from '../../drafts/use-draft';
import { useLanguage } from '../../i18n/words';
import { callError } from '../../service/app-error';
import { markOwnSave, queries } from '../../service/queries';
import { service, useQueryOf } from '../../service/use-service';
import { fieldOf } from './entry';
import pane from '../../components/page-view.module.css';
import classes from './work-screen.module.css';
import { firstEntries, type SheetEntries, SheetForm } from './sheet-form';
import { type Lit, SheetPaper, type View } from './sheet-paper';
import { unnamed } from './unnamed';
import { useWork, type Work } from './use-work';
import { useVerificationWords } from './words';

/** One document after the other beside its pages, in the whole window. */
export function WorkScreen() {
  const { query = {} } = useRoute();
  const { setFull } = useViewState();
  useEffect(() => {
    setFull(true);
    return () => setFull(false);
  }, [setFull]);
  const { fonds, term, box, file, round } = query;
  const scope = {
    ...(fonds && { fondsId: fonds }),
    ...(term !== undefined && fonds && { term: term === unnamed ? '' : term }),
    ...(box !== undefined && fonds && { box: box === unnamed ? '' : box }),
    ...(file && { fileId: file }),
  };
  return <Working key={JSON.stringify([scope, round])} scope={scope} round={round} />;
}

interface Done {
  readonly act: number;
  readonly documentId: string;
  readonly title: string;
}

function Working({ scope, round }: { scope: Parameters<typeof useWork>[0]; round: string | undefined }) {
  const say = useVerificationWords();
  const work = useWork(scope, round);
  const [done, setDone] = useState<readonly Done[]>([]);
  const pace = useQueryOf(['verification', 'pace', done.length], () => service().verification.pace(), { keep: true });
  const leave = () => navigate({ screen: 'pages', query: round ? { view: 'quality' } : {} });
  useShortcut('escape', leave);
  const reopen = async () => {
    const last = done.at(-1);
    if (last === undefined) return notice(say('nothingToReopen'));
    await service().bulk.undo({ act: last.act });
    markOwnSave();
    setDone(done.slice(0, -1));
    work.goTo(last.documentId);
    notice(say('reopened', { title: last.title }));
  };
  const later = async () => {
    if (work.current === undefined) return;
    await service().verification.putOff({ documentId: work.current });
    notice(say('putOff', { title: work.sheet?.title || say('titleless') }));
    work.advance('skip');
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'F7') void reopen().catch(noticeOfFailure);
      else if (event.key === 'F4' && !event.altKey) void later().catch(noticeOfFailure);
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
  const head = <WorkHead sheet={work.sheet} pace={pace.data} onLeave={leave} />;
  if (work.error) return <Problem error={work.error} retry={work.refresh} />;
  if (work.loading) return <div aria-busy="true" />;
  if (work.current === undefined)
    return (
      <div className={classes.finished}>
        {head}
        <Empty
          title={say(round ? 'finishedRound' : 'finished')}
          hint={round ? say('finishedRoundHint') : say('finishedHint', { count: pace.data?.today ?? 0 })}
          action={
            <Button autoFocus onClick={leave}>
              {say(round ? 'toQuality' : 'toList')}
            </Button>
          }
        />
      </div>
    );
  return (
    <>
      {head}
      {work.sheet ? (
        <Drafted
          key={`${work.sheet.documentId} ${work.sheet.revision}`}
          sheet={work.sheet}
          work={work}
          round={round}
          onDone={(one) => setDone([...done, one].slice(-50))}
        />
      ) : (
        <div aria-busy="true" />
      )}
    </>
  );
}

/** Where one is and how much was done, in the title bar. */
function WorkHead({
  sheet,
  pace,
  onLeave,
}: {
  sheet: Sheet | undefined;
  pace: { today: number; perHour: number | null } | undefined;
  onLeave(): void;
}) {
  const say = useVerificationWords();
  const slot = useViewState((state) => state.headSlot);
  if (!slot) return null;
  const place = sheet ? [sheet.place.fonds, sheet.place.box && say('box', { box: sheet.place.box })].filter(Boolean) : [];
  return createPortal(
    <div className={classes.head}>
      <h1>{say('session')}</h1>
      <p className={classes.way}>
        {place.map((part) => (
          <span key={part}>{part}</span>
        ))}
        {sheet && <b title={sheet.place.file || sheet.title}>{sheet.place.file || sheet.title}</b>}
      </p>
      {pace && (
        <p className={classes.pace} role="status">
          <b>{say('todayCount', { count: pace.today })}</b>
          {pace.perHour !== null && <span>{say('perHour', { count: pace.perHour })}</span>}
        </p>
      )}
      <button type="button" className="link" onClick={onLeave}>
        {say('leave')}
      </button>
    </div>,
    slot,
  );
}

const isEntries = (content: unknown, revision: number): content is SheetEntries & { revision: number } =>
  typeof content === 'object' && content !== null && 'entries' in content && 'revision' in content && content.revision === revision;

function Drafted(props: { sheet: Sheet; work: Work; round: string | undefined; onDone(done: Done): void }) {
  const draft = useDraft(useDraftName('verify', props.sheet.documentId));
  const language = useLanguage();
  if (draft.loaded === undefined) return <div aria-busy="true" />;
  const kept = draft.loaded && isEntries(draft.loaded.content, props.sheet.revision) ? draft.loaded.content : null;
  return (
    <Beside
      {...props}
      start={kept ?? firstEntries(props.sheet, language)}
      onKeep={(entries) => draft.keep({ ...entries, revision: props.sheet.revision })}
      onDrop={draft.drop}
    />
  );
}

const zooms = [0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4];

function Beside({
  sheet,
  work,
  round,
  start,
  onDone,
  onKeep,
  onDrop,
}: {
  sheet: Sheet;
  work: Work;
  round: string | undefined;
  start: SheetEntries;
  onDone(done: Done): void;
  onKeep(entries: SheetEntries): void;
  onDrop(): void;
}) {
  const say = useVerificationWords();
  const language = useLanguage();
  const [state, setState] = useState(start);
  const [active, setActive] = useState<string | null>(null);
  const [shown, setShown] = useState<string>();
  const [view, setView] = useState<View>({ zoom: 1, turn: 0 });
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const field = sheet.fields.find(({ name }) => name === active);
  const page = sheet.pages.find(({ id }) => id === (shown ?? field?.pageId)) ?? sheet.pages[0];
  const lit: Lit | null =
    field?.pageId != null && field.box !== null
      ? { pageId: field.pageId, label: fieldOf(field.name)?.label[language] ?? '', box: field.box, boxes: field.boxes }
      : null;
  const zoom = (to: 'in' | 'out' | 'width') =>
    setView((now) => ({
      ...now,
      zoom:
        to === 'width' ? 1 : ((to === 'in' ? zooms.find((one) => one > now.zoom) : zooms.findLast((one) => one < now.zoom)) ?? now.zoom),
    }));
  const turn = () => setView((now) => ({ ...now, turn: now.turn + 90 }));
  const turnPages = (step: number) => {
    const at = sheet.pages.findIndex((one) => one.id === page?.id);
    const to = sheet.pages[at + step];
    if (to) setShown(to.id);
  };
  useEffect(() => {
    const first = document.querySelector<HTMLElement>('[data-sheet-field]');
    const unsure = sheet.fields.find((one) => one.unsure);
    if (unsure) first?.focus();
    else document.querySelector<HTMLElement>('[data-confirm]')?.focus();
  }, [sheet]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const control = event.ctrlKey || event.metaKey;
      if (event.key === 'F9') turn();
      else if (event.key === 'PageDown' && !control) turnPages(1);
      else if (event.key === 'PageUp' && !control) turnPages(-1);
      else if (control && (event.key === '+' || event.key === '=')) zoom('in');
      else if (control && event.key === '-') zoom('out');
      else if (control && event.key === '0') zoom('width');
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
  const confirm = async (values: Record<string, string>, illegible: readonly string[]) => {
    if (saving) return;
    setSaving(true);
    try {
      const { act } = await service().verification.confirm({
        documentId: sheet.documentId,
        values,
        illegible: [...illegible],
        expectedRevision: sheet.revision,
        ...(round !== undefined && { roundId: round }),
      });
      onDrop();
      markOwnSave();
      void queries.invalidateQueries({ queryKey: ['quality'] });
      onDone({ act, documentId: sheet.documentId, title: sheet.title || say('titleless') });
      work.advance('done');
    } catch (failure) {
      const failed = callError(failure);
      setError(failed);
      // Somebody changed the document meanwhile: it is shown as it is now, what was typed stays in sight in the draft.
      if (failed.code === 'record.changedMeanwhile') work.refresh();
    } finally {
      setSaving(false);
    }
  };
  return (
    <div className={classes.screen}>
      <nav className={pane.strip} aria-label={say('strip')}>
        {sheet.pages.map((one) => (
          <button key={one.id} type="button" aria-current={one.id === page?.id || undefined} onClick={() => setShown(one.id)}>
            <PageImage hash={one.image} variant="thumb" alt="" className={pane.stripThumb ?? ''} turn={one.rotation} />
            {say('page', { order: one.order })}
          </button>
        ))}
      </nav>
      <SheetPaper
        pages={sheet.pages}
        page={page}
        view={view}
        lit={lit}
        ready={work.next === undefined ? say('lastOne') : work.nextReady ? say('nextReady') : ''}
        onZoom={zoom}
        onTurn={turn}
      />
      <div className={classes.formPane}>
        <SheetForm
          sheet={sheet}
          state={state}
          active={active}
          round={round !== undefined}
          saving={saving}
          error={error}
          onState={(next) => {
            setState(next);
            onKeep(next);
          }}
          onActive={(name) => {
            setActive(name);
            setShown(undefined);
          }}
          onConfirm={(values, illegible) => void confirm(values, illegible)}
        />
      </div>
    </div>
  );
}
