import { Button, Checkbox, NumberInput } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { codeLabel } from '#shared/rules/code-lists/index';
import { notice } from '../../app/notices';
import { Chip } from '../../components/chip';
import { today } from '../../components/day';
import { Empty } from '../../components/empty';
import { Panel } from '../../components/panel';
import { Problem } from '../../components/problem';
import { useLanguage } from '../../i18n/words';
import { callError, type CallError } from '../../service/app-error';
import { service, useQueryOf } from '../../service/use-service';
import classes from './retention.module.css';
import { useRetentionWords } from './words';

/** Rows that are drawn; a list of more is narrowed by the year. */
const mostRows = 500;

export function DueList({ onProposed }: { onProposed(id: string): void }) {
  const say = useRetentionWords();
  const language = useLanguage();
  const day = today();
  const [year, setYear] = useState(Number(day.slice(0, 4)));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [error, setError] = useState<CallError>();
  const found = useQueryOf(['archive', 'retention', year], () => service().retention.overview({ year, today: day }), { keep: true });
  if (found.error) return <Problem error={found.error} retry={() => void found.refetch()} />;
  if (!found.data) return <div aria-busy="true" />;
  const { due, rules, years, unknown } = found.data;
  const shown = due.slice(0, mostRows);
  const toggle = (id: string) =>
    setChosen((before) => (before.has(id) ? new Set([...before].filter((one) => one !== id)) : new Set([...before, id])));
  const propose = async () => {
    try {
      const { id } = await service().retention.propose({ year: Math.min(year, Number(day.slice(0, 4))), fileIds: [...chosen], today: day });
      notice(say('proposed', { count: chosen.size }));
      onProposed(id);
    } catch (failure) {
      setError(callError(failure));
    }
  };
  return (
    <div className={classes.due}>
      <Panel
        title={say('dueCount', { count: due.length })}
        aside={
          <NumberInput
            aria-label={say('upTo')}
            prefix={`${say('upTo')} `}
            value={year}
            min={1945}
            max={2200}
            onChange={(value) => typeof value === 'number' && value >= 1945 && value <= 2200 && setYear(value)}
          />
        }
        flush
      >
        {error && <Problem error={error} />}
        {due.length === 0 ? (
          <Empty title={say('nothingDue')} hint={say('nothingDueHint')} />
        ) : (
          <>
            <div className={classes.acts}>
              <Checkbox
                label={say('choose')}
                checked={chosen.size > 0 && chosen.size === shown.length}
                onChange={(event) => setChosen(new Set(event.currentTarget.checked ? shown.map(({ id }) => id) : []))}
              />
              <span className={classes.quiet}>{say('chosen', { count: chosen.size })}</span>
              <Button leftSection={<IconListCheck size={16} aria-hidden />} disabled={chosen.size === 0} onClick={() => void propose()}>
                {say('propose')}
              </Button>
            </div>
            {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a part that scrolls must be reached by keyboard */}
            <div className={classes.scroll} tabIndex={0} role="region" aria-label={say('tabDue')}>
              <table>
                <thead>
                  <tr>
                    <td aria-label={say('mark')} />
                    <th scope="col">{say('code')}</th>
                    <th scope="col">{say('name')}</th>
                    <th scope="col">{say('period')}</th>
                    <th scope="col">{say('retention')}</th>
                    <th scope="col">{say('expired')}</th>
                    <th scope="col">{say('pages')}</th>
                  </tr>
                </thead>
                <tbody>
                  {shown.map((file) => (
                    <tr key={file.id}>
                      <td>
                        <Checkbox aria-label={file.title} checked={chosen.has(file.id)} onChange={() => toggle(file.id)} />
                      </td>
                      <td>{file.code}</td>
                      <td className={classes.wide}>{file.title}</td>
                      <td>{[file.start.slice(0, 4), file.end.slice(0, 4)].filter(Boolean).join('–')}</td>
                      <td>{codeLabel('retention', file.retention, language)}</td>
                      <td>{file.expired}</td>
                      <td>{file.pages}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </>
        )}
      </Panel>
      <div className={classes.side}>
        <Panel title={say('rules')} flush>
          <p className={classes.note}>{say('rulesHint')}</p>
          <ul className={classes.rules}>
            {rules.map((rule) => (
              <li key={rule.what.vi}>
                <div>
                  <strong>{rule.what[language]}</strong>
                  <p>{rule.source}</p>
                </div>
                <span>{rule.years === null ? say('forever') : say('yearsOf', { count: rule.years })}</span>
                {rule.unverified && <Chip tone="warn">{say('unverified')}</Chip>}
              </li>
            ))}
          </ul>
        </Panel>
        <Panel title={say('ahead')} flush>
          <ul className={classes.years}>
            {years.map((one) => (
              <li key={one.year}>
                <span>{one.year}</span>
                <span>{say('files', { count: one.files })}</span>
              </li>
            ))}
          </ul>
          {unknown > 0 && <p className={classes.note}>{say('unknown', { count: unknown })}</p>}
        </Panel>
      </div>
    </div>
  );
}
