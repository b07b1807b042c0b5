import { Button, Select } from '@mantine/core';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { problemLabel, problemText } from '#shared/records/problem';
import { recordType } from '#shared/records/registry';
import { codeLabel, codeList } from '#shared/rules/code-lists/index';
import { today } from '../../components/day';
import { Problem } from '../../components/problem';
import { useLanguage } from '../../i18n/words';
import { type CallError, callError } from '../../service/app-error';
import { service, useQueryOf } from '../../service/use-service';
import { nextLine, type QuickLine, valuesOfLine } from './quick-entry';
import classes from './ways-in.module.css';
import { useWaysInWords } from './ways-in-words';

const cells = ['box', 'fileNumber', 'title', 'start', 'end', 'retention', 'sheets'] as const;
const words = {
  box: 'box',
  fileNumber: 'number',
  title: 'title',
  start: 'start',
  end: 'end',
  retention: 'retention',
  sheets: 'sheets',
} as const;

/** Files of a box typed line by line without the mouse; each line is saved by Enter. */
export function QuickEntryPanel({ fonds, place, onClose }: { fonds: string; place: Readonly<Record<string, string>>; onClose(): void }) {
  const say = useWaysInWords();
  const language = useLanguage();
  const record = useQueryOf(['records', 'archiveFonds', fonds], () => service().records.get({ type: 'archiveFonds', id: fonds }));
  const [line, setLine] = useState<QuickLine>({
    box: place['box'] ?? '',
    fileNumber: '01',
    title: '',
    start: '',
    end: '',
    retention: '01',
    sheets: '',
  });
  const [saved, setSaved] = useState<readonly QuickLine[]>([]);
  const [level, setLevel] = useState('');
  const [error, setError] = useState<CallError | null>(null);
  const [busy, setBusy] = useState(false);
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), [saved.length]);

  const save = async () => {
    if (busy) return;
    setBusy(true);
    setError(null);
    const common = {
      fonds,
      fondsCode: String(record.data?.record.values['code'] ?? ''),
      term: place['term'] ?? '',
      level,
      today: today(),
    };
    try {
      await service().records.save({ type: 'archiveFile', values: valuesOfLine(line, common) });
      setSaved((lines) => [...lines, line]);
      setLine(nextLine(line));
    } catch (failed) {
      setError(callError(failed));
    }
    setBusy(false);
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    void save();
  };
  return (
    <section className={classes.box} aria-label={say('quick')}>
      <header className={classes.head}>
        <div>
          <h2>{say('quickTitle', { place: record.data?.record.title ?? '' })}</h2>
          <p>{say('quickHint')}</p>
        </div>
        <Button variant="default" onClick={onClose}>
          {say('close')}
        </Button>
      </header>
      <div className={classes.grid}>
        <Select
          label={say('quickLevel')}
          value={level}
          allowDeselect={false}
          data={[
            { value: '', label: say('quickUndecided') },
            ...codeList('secrecy').items.map(({ code, label }) => ({ value: code, label: label[language] })),
          ]}
          onChange={(value) => setLevel(value ?? '')}
        />
      </div>
      {error !== null && <Problem error={error} />}
      {error?.problems.map((problem) => (
        <p key={problem.field} role="alert">
          {problemLabel(recordType('archiveFile'), problem, language)}: {problemText(problem, language)}
        </p>
      ))}
      <table className={`${classes.table} ${classes.quick}`}>
        <thead>
          <tr>
            {cells.map((cell) => (
              <th
                key={cell}
                scope="col"
                data-wide={cell === 'title' || undefined}
                data-day={cell === 'start' || cell === 'end' || undefined}
                data-list={cell === 'retention' || undefined}
              >
                {say(words[cell])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {saved.slice(-12).map((each) => (
            <tr key={`${each.box} ${each.fileNumber} ${each.title}`}>
              {cells.map((cell) => (
                <td key={cell}>{cell === 'retention' ? codeLabel('retention', each.retention, language) : each[cell]}</td>
              ))}
            </tr>
          ))}
          <tr onKeyDown={keys}>
            {cells.map((cell) => (
              <td key={cell}>
                {cell === 'retention' ? (
                  <select
                    aria-label={say('retention')}
                    value={line.retention}
                    onChange={(event) => setLine({ ...line, retention: event.currentTarget.value })}
                  >
                    {codeList('retention').items.map(({ code, label }) => (
                      <option key={code} value={code}>
                        {label[language]}
                      </option>
                    ))}
                  </select>
                ) : (
                  <input
                    ref={cell === 'title' ? first : undefined}
                    className={classes.cell}
                    aria-label={say(words[cell])}
                    value={line[cell]}
                    onChange={(event) => setLine({ ...line, [cell]: event.currentTarget.value })}
                  />
                )}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
      <p role="status">{saved.length > 0 && say('quickSaved', { count: saved.length })}</p>
    </section>
  );
}
