import { Button, Textarea } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { PageDetail } from '#shared/contract/window/archive';
import { isErrorCode, messageOf } from '#shared/errors/app-error';
import { Empty } from '../../components/empty';
import { Problem } from '../../components/problem';
import { notice, noticeOfFailure } from '../../app/notices';
import { useShortcut } from '../../app/shortcuts';
import { useLanguage } from '../../i18n/words';
import { callError } from '../../service/app-error';
import { queries } from '../../service/queries';
import { service } from '../../service/use-service';
import { isUncertain, linesOf } from './lit-words';
import classes from './pages.module.css';
import { usePageWords } from './words';

interface Props {
  page: PageDetail;
  active: number | null;
  found: ReadonlySet<number>;
  onActive(word: number | null): void;
}

/** The text of the page: uncertain words marked, the corrected text beside what was read. */
export function PageText(props: Props) {
  const { page } = props;
  const say = usePageWords();
  const language = useLanguage();
  const act = (call: Promise<unknown>, said?: string) =>
    call
      .then(() => {
        if (said) notice(said);
        return queries.invalidateQueries({ queryKey: ['archive'] });
      })
      .catch(noticeOfFailure);
  if (page.state === 'LOI') {
    return (
      <section className={classes.textPane} aria-label={say('text')}>
        <Empty
          title={page.error !== null && isErrorCode(page.error) ? messageOf(page.error, {}, language) : say('failedHint')}
          action={<Button onClick={() => void act(service().archive.readAgain({ pageIds: [page.id] }))}>{say('again')}</Button>}
        />
      </section>
    );
  }
  if (page.state === 'CHO_DOC' || page.state === 'DANG_DOC') {
    return (
      <section className={classes.textPane} aria-label={say('text')}>
        <Empty
          title={say('waiting')}
          hint={say('waitingHint')}
          action={
            page.state === 'CHO_DOC' && (
              <Button variant="default" onClick={() => void act(service().archive.readFirst({ pageIds: [page.id] }), say('readFirstDone'))}>
                {say('readFirst')}
              </Button>
            )
          }
        />
      </section>
    );
  }
  return <Read {...props} />;
}

function Read({ page, active, found, onActive }: Props) {
  const say = usePageWords();
  const [draft, setDraft] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const uncertain = page.words.flatMap((word, index) => (isUncertain(word) ? [index] : []));
  const text = page.correctedText ?? page.rawText;
  const nextUncertain = () => onActive(uncertain.find((index) => index > (active ?? -1)) ?? uncertain[0] ?? null);
  const save = async (corrected: string) => {
    setSaving(true);
    try {
      const saved = await service().archive.correct({ pageId: page.id, text: corrected, expectedRevision: page.revision });
      queries.setQueryData(['archive', 'page', page.id], saved);
      setDraft(null);
      setError(null);
    } catch (failure) {
      setError(callError(failure));
    } finally {
      setSaving(false);
    }
  };
  useShortcut('save', () => {
    if (draft === null) return false;
    void save(draft);
    return true;
  });
  useShortcut('escape', () => {
    if (draft === null || draft !== text) return false;
    setDraft(null);
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
      {error !== null && <Problem error={error} />}
      <div className={classes.textBody}>
        {page.correctedText !== null && draft === null && (
          <div className={classes.corrected}>
            <h3>{say('corrected')}</h3>
            <p>{page.correctedText}</p>
          </div>
        )}
        {draft !== null && (
          <Textarea
            label={say('corrected')}
            description={say('correctHint')}
            autosize
            minRows={10}
            maxRows={22}
            autoFocus
            maxLength={200_000}
            value={draft}
            onChange={(event) => setDraft(event.currentTarget.value)}
          />
        )}
        {(draft !== null || page.correctedText !== null) && <h3>{say('read')}</h3>}
        {page.words.length === 0 && page.rawText === '' && <p className={classes.quiet}>{say('noText')}</p>}
        {page.words.length === 0 && page.rawText !== '' && <p className={classes.plain}>{page.rawText}</p>}
        <Words page={page} active={active} found={found} onActive={onActive} />
      </div>
      <footer className={classes.textFoot}>
        {draft === null ? (
          <>
            <Button variant="default" onClick={() => setDraft(text)}>
              {say('correct')}
            </Button>
            {page.state === 'CAN_XEM' && (
              <Button loading={saving} onClick={() => void save(text)}>
                {say('confirm')}
              </Button>
            )}
          </>
        ) : (
          <>
            {draft !== text && <span className={classes.quiet}>{say('draftKept')}</span>}
            <Button variant="default" onClick={() => setDraft(null)}>
              {say('cancel')}
            </Button>
            <Button loading={saving} onClick={() => void save(draft)}>
              {say('save')}
            </Button>
          </>
        )}
      </footer>
    </section>
  );
}

function Words({ page, active, found, onActive }: Props) {
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
