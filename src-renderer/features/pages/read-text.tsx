import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useDraftName } from '../../app/session';
import { useShortcut } from '../../app/shortcuts';
import { DraftFound, draftDropped } from '../../components/draft-found';
import { Problem } from '../../components/problem';
import { useDraft } from '../../drafts/use-draft';
import { callError } from '../../service/app-error';
import { queries } from '../../service/queries';
import { service } from '../../service/use-service';
import { isUncertain } from './lit-words';
import { type PageWordsProps, PageWords } from './page-words';
import classes from './pages.module.css';
import { usePageWords } from './words';

/** What the draft of a correction holds; the revision tells whether somebody changed the page since. */
interface Correction {
  readonly text: string;
  readonly revision: number | null;
}
const isCorrection = (content: unknown): content is Correction =>
  typeof content === 'object' && content !== null && 'text' in content && 'revision' in content;

/** The text of a page that was read, and its correction, kept as an encrypted draft until it is saved or dropped. */
export function ReadText(props: PageWordsProps) {
  const name = useDraftName('pageText', props.page.id);
  const draft = useDraft(name);
  if (draft.loaded === undefined) return <section className={classes.textPane} aria-busy="true" />;
  const kept = draft.loaded && isCorrection(draft.loaded.content) ? { ...draft.loaded.content, at: draft.loaded.at } : null;
  return (
    <Read
      {...props}
      kept={kept}
      onKeep={draft.keep}
      onDrop={(unsaved) => {
        draft.drop();
        if (unsaved) draftDropped(name, unsaved);
      }}
    />
  );
}

function Read({
  page,
  active,
  found,
  onActive,
  kept,
  onKeep,
  onDrop,
}: PageWordsProps & {
  kept: (Correction & { at: number }) | null;
  onKeep(correction: Correction): void;
  onDrop(unsaved?: Correction): void;
}) {
  const say = usePageWords();
  const [correction, setCorrection] = useState<Correction | null>(kept);
  /** When the correction that was found here had been typed. */
  const [typedAt, setTypedAt] = useState(kept?.at ?? null);
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const uncertain = page.words.flatMap((word, index) => (isUncertain(word) ? [index] : []));
  const text = page.correctedText ?? page.machineText ?? page.rawText;
  const nextUncertain = () => onActive(uncertain.find((index) => index > (active ?? -1)) ?? uncertain[0] ?? null);
  const edit = (next: Correction) => {
    setCorrection(next);
    onKeep(next);
  };
  const close = () => {
    setCorrection(null);
    setTypedAt(null);
    onDrop(correction && correction.text !== text ? correction : undefined);
  };
  const save = async (corrected: Correction) => {
    if (saving) return;
    setSaving(true);
    try {
      const saved = await service().archive.correct({
        pageId: page.id,
        text: corrected.text,
        expectedRevision: corrected.revision ?? page.revision,
      });
      queries.setQueryData(['archive', 'page', page.id], saved);
      setCorrection(null);
      setTypedAt(null);
      onDrop();
      setError(null);
    } catch (failure) {
      const failed = callError(failure);
      setError(failed);
      // What the other person saved is in sight now; saving once more is a decision.
      if (failed.code === 'record.changedMeanwhile') edit({ ...corrected, revision: null });
    } finally {
      setSaving(false);
    }
  };
  useShortcut('save', () => {
    if (correction === null) return false;
    void save(correction);
    return true;
  });
  useShortcut('escape', () => {
    if (correction === null || correction.text !== text) return false;
    close();
    return true;
  });
  return (
    <section className={classes.textPane} aria-label={say('text')}>
      <header className={classes.textHead}>
        <div>
          <h2>{say('text')}</h2>
          <p className={uncertain.length > 0 && page.correctedText === null ? classes.warn : classes.good}>
            {page.correctedText !== null
              ? say('corrected')
              : uncertain.length > 0
                ? say('uncertain', { count: uncertain.length })
                : say('certain')}
            {page.confidence !== null && ` · ${say('confidence', { percent: page.confidence })}`}
          </p>
        </div>
        {uncertain.length > 0 && (
          <Button variant="default" onClick={nextUncertain}>
            {say('nextUncertain')}
          </Button>
        )}
      </header>
      {typedAt !== null && correction && correction.text !== text && <DraftFound at={typedAt} onDrop={close} />}
      {error !== null && <Problem error={error} />}
      <div className={classes.textBody}>
        {page.correctedText !== null && correction === null && (
          <div className={classes.corrected}>
            <h3>{say('corrected')}</h3>
            <p>{page.correctedText}</p>
          </div>
        )}
        {correction !== null && (
          <Textarea
            label={say('corrected')}
            description={say('correctHint')}
            autosize
            minRows={10}
            maxRows={22}
            autoFocus
            maxLength={200_000}
            value={correction.text}
            onChange={(event) => edit({ ...correction, text: event.currentTarget.value })}
          />
        )}
        {(correction !== null || page.correctedText !== null) && <h3>{say('read')}</h3>}
        {page.words.length === 0 && page.rawText === '' && <p className={classes.quiet}>{say('noText')}</p>}
        {page.words.length === 0 && page.rawText !== '' && <p className={classes.plain}>{page.rawText}</p>}
        <PageWords page={page} active={active} found={found} onActive={onActive} />
      </div>
      <footer className={classes.textFoot}>
        {correction === null ? (
          <>
            <Button variant="default" onClick={() => setCorrection({ text, revision: page.revision })}>
              {say('correct')}
            </Button>
            {page.state === 'CAN_XEM' && (
              <Button loading={saving} onClick={() => void save({ text, revision: page.revision })}>
                {say('confirm')}
              </Button>
            )}
          </>
        ) : (
          <>
            {correction.text !== text && <span className={classes.quiet}>{say('draftKept')}</span>}
            <Button variant="default" onClick={close}>
              {say('cancel')}
            </Button>
            <Button loading={saving} onClick={() => void save(correction)}>
              {say('save')}
            </Button>
          </>
        )}
      </footer>
    </section>
  );
}
