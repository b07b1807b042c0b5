import { IconCloudUp } from '@tabler/icons-react';
import type { SyncStatus } from '#shared/contract/window/sync';
import { useLanguage } from '../../i18n/words';
import { bytesText, duration, numberText } from '../format';
import panel from '../../components/panel.module.css';
import tone from '../../components/tone.module.css';
import classes from './sync.module.css';
import { useSyncWords } from './words';

/** Numbers that say where everything is. */
export function Figures({ status }: { status: SyncStatus }) {
  const say = useSyncWords();
  const language = useLanguage();
  const { waiting, sent, confirmed, refused, conflicts, numberClashes } = status;
  const number = (n: number) => numberText(n, language);
  const items = [
    {
      key: 'waiting',
      count: waiting.records + waiting.pages,
      tone: waiting.records + waiting.pages > 0 ? tone.warn : undefined,
      hint: say('recordsPages', { records: number(waiting.records), pages: number(waiting.pages) }),
    },
    { key: 'sent', count: sent.records + sent.pages, tone: undefined, hint: say('sentHint') },
    { key: 'confirmed', count: confirmed.records, tone: tone.good, hint: say('confirmedHint', { pages: number(confirmed.pages) }) },
    {
      key: 'refused',
      count: refused,
      tone: refused > 0 ? tone.bad : undefined,
      hint: refused > 0 ? say('refusedHint') : say('refusedNone'),
    },
    {
      key: 'conflicts',
      count: conflicts,
      tone: conflicts > 0 ? tone.bad : undefined,
      hint: conflicts > 0 ? say('conflictsHint') : say('refusedNone'),
    },
    ...(numberClashes > 0 ? [{ key: 'clashes' as const, count: numberClashes, tone: tone.bad, hint: say('clashesHint') }] : []),
  ] as const;
  return (
    <dl className={classes.figures}>
      {items.map((item) => (
        <div key={item.key}>
          <dt>{say(item.key)}</dt>
          <dd>
            <b className={item.tone}>{number(item.count)}</b>
            <span>{item.hint}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** How much of records, pages and bytes has reached the province, with the time left when it is known. */
export function Progress({ status }: { status: SyncStatus }) {
  const say = useSyncWords();
  const language = useLanguage();
  const { waiting, sent, confirmed } = status;
  const rows = [
    {
      name: say('records'),
      done: confirmed.records,
      way: sent.records,
      left: waiting.records,
      text: (n: number) => numberText(n, language),
    },
    { name: say('pages'), done: confirmed.pages, way: sent.pages, left: waiting.pages, text: (n: number) => numberText(n, language) },
    { name: say('bytes'), done: confirmed.bytes, way: sent.bytes, left: waiting.bytes, text: (n: number) => bytesText(n, language) },
  ];
  return (
    <section className={panel.panel} aria-label={say('progress')}>
      <header className={`${panel.head} ${classes.progressHead}`}>
        <IconCloudUp size={18} aria-hidden="true" />
        <h2>{say('progress')}</h2>
        {status.bytesPerSecond !== null && (
          <span className={panel.hint}>{say('speed', { rate: bytesText(status.bytesPerSecond, language) })}</span>
        )}
        <span className={`${panel.hint} ${classes.key}`} data-part="confirmed">
          {say('keyConfirmed')}
        </span>
        <span className={`${panel.hint} ${classes.key}`} data-part="sent">
          {say('keySent')}
        </span>
        {status.secondsLeft !== null && <b>{say('left', { left: duration(status.secondsLeft, language) })}</b>}
      </header>
      <div className={classes.rows}>
        {rows.map((row) => {
          const all = row.done + row.way + row.left;
          return (
            <div key={row.name} className={classes.row}>
              <span>{row.name}</span>
              <span className={classes.bar} role="img" aria-label={`${row.name}: ${row.text(row.done)}/${row.text(all)}`}>
                <span data-part="confirmed" style={{ flexGrow: row.done }} />
                <span data-part="sent" style={{ flexGrow: row.way }} />
                <span style={{ flexGrow: all === 0 ? 1 : row.left }} />
              </span>
              <span className={classes.amount}>
                {all === 0 ? (
                  say('nothing')
                ) : (
                  <>
                    {row.text(row.done)}/{row.text(all)}{' '}
                    <i>{row.left + row.way > 0 && say('leftOf', { left: row.text(row.left + row.way) })}</i>
                  </>
                )}
              </span>
            </div>
          );
        })}
      </div>
    </section>
  );
}
