import { useDebouncedValue } from '@mantine/hooks';
import { useEffect } from 'react';
import type { Duplicate } from '#shared/contract/window/petitions';
import { codeLabel } from '#shared/rules/code-lists/index';
import { noticeOfFailure } from '../../app/notices';
import { navigate } from '../../app/navigation';
import { Chip } from '../../components/chip';
import panel from '../../components/panel.module.css';
import tone from '../../components/tone.module.css';
import { useLanguage } from '../../i18n/words';
import { service, useQueryOf, useSave } from '../../service/use-service';
import { shortDay } from '../format';
import classes from './petition.module.css';
import { usePetitionWords } from './words';

type Values = Readonly<Record<string, unknown>>;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const ids = (value: unknown): string[] => (Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []);

function questionOf(values: Values, id: string | undefined) {
  const items = (Array.isArray(values['items']) ? values['items'] : []) as readonly { summary?: unknown }[];
  return {
    ...(id === undefined ? {} : { id }),
    summary: text(values['summary']).slice(0, 2000),
    items: items.map(({ summary }) => text(summary).slice(0, 5000)).filter(Boolean),
    members: ids(values['accusedMembers']),
    organisations: ids(values['accusedOrganisations']),
    subject: text(values['accusedText']).slice(0, 500),
    senderName: text(values['senderName']).slice(0, 200),
    senderAddress: text(values['senderAddress']).slice(0, 500),
  };
}

/** The likeliest ones are named; more would hide what stands below. */
const shown = 4;
/** Too little to be like anything. */
const leastLetters = 8;

/**
 * Petitions that may be the same, while one is typed or read: by content, subject and sealed sender. The officer decides.
 */
export function Duplicates({ values, id, duplicateOf }: { values: Values; id?: string; duplicateOf?: string | undefined }) {
  const say = usePetitionWords();
  const language = useLanguage();
  const { save } = useSave();
  const [question] = useDebouncedValue(questionOf(values, id), 150);
  const asked = question.summary.length + question.items.join('').length >= leastLetters;
  // The sender stays out of the key of the cache, under which answers are kept.
  const { senderName, senderAddress, ...open } = question;
  const found = useQueryOf(
    ['records', 'petition', 'duplicates', open, senderName.length, senderAddress.length],
    () => service().petitions.duplicates(question),
    {
      enabled: asked,
      keep: true,
    },
  );
  const { refetch, data } = found;
  useEffect(() => {
    // The register is still being read: ask again soon.
    if (data?.ready !== false) return undefined;
    const timer = setTimeout(() => void refetch(), 100);
    return () => clearTimeout(timer);
  }, [data, refetch]);
  const hits = asked ? (data?.hits ?? []).slice(0, shown) : [];
  const join = (hit: Duplicate) =>
    id !== undefined && void save({ type: 'petition', id, values: { duplicateOf: hit.id } }).catch(noticeOfFailure);
  return (
    <section className={panel.panel} aria-label={say('duplicates')} aria-live="polite">
      <header className={`${panel.head} ${panel.inner}`}>
        <h2>{say('duplicates')}</h2>
      </header>
      {hits.length === 0 ? (
        <p className={panel.none}>{say(asked && data?.ready ? 'duplicatesNone' : 'duplicatesHint')}</p>
      ) : (
        <ul className={classes.duplicates}>
          {hits.map((hit) => (
            <li key={hit.id}>
              <p>
                <button type="button" className="link" onClick={() => navigate({ screen: 'petitions', id: hit.id })}>
                  {say('title', { number: hit.number ?? '' })}
                </button>{' '}
                <span className={tone.quiet}>{shortDay(hit.receivedOn)}</span>{' '}
                <Chip tone="warn">{say('alike', { percent: Math.round(hit.score * 100) })}</Chip>
              </p>
              <p>{hit.summary}</p>
              <p className={tone.quiet}>
                {[
                  codeLabel('petitionKind', hit.kind, language),
                  hit.sameSubject ? say('sameSubject') : '',
                  say('sameContent', { percent: Math.round(hit.content * 100) }),
                  hit.sameSender ? say('sameSender') : '',
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              {id !== undefined &&
                (duplicateOf === hit.id ? (
                  <button
                    type="button"
                    className="link"
                    onClick={() => void save({ type: 'petition', id, values: { duplicateOf: null } }).catch(noticeOfFailure)}
                  >
                    {say('notDuplicate')}
                  </button>
                ) : (
                  <button type="button" className="link" onClick={() => join(hit)}>
                    {say('join', { number: hit.number ?? '' })}
                  </button>
                ))}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
