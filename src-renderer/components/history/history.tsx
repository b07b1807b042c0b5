import { Select } from '@mantine/core';
import { useId, useState } from 'react';
import type { HistoryEntry } from '#shared/contract/window/records';
import { recordType } from '#shared/records/registry';
import type { RecordTypeName } from '#shared/records/record-type-name';
import { foldedFilter } from '../folded-filter';
import { defineWords, useLanguage } from '../../i18n/words';
import { service, useQueryOf } from '../../service/use-service';
import { momentText } from '../day';
import { Problem } from '../problem';
import { changeLines, sealedValue } from './change-lines';
import classes from './history.module.css';

const useWords = defineWords('history', {
  vi: {
    history: 'Nhật ký thay đổi',
    field: 'Ô',
    everyField: 'Mọi ô',
    create: 'ghi mới',
    update: 'sửa',
    remove: 'chuyển khỏi sổ',
    restore: 'đưa lại vào sổ',
    unseal: 'mở niêm phong',
    remote: 'sửa',
    settle: 'chọn một trong hai bản khác nhau',
    here: 'máy này',
    elsewhere: 'máy khác',
    device: 'máy {{name}}',
    empty: 'trống',
    sealed: 'đã niêm phong',
    to: 'thành',
    more: 'Xem cả {{count}} lần thay đổi',
  },
  en: {
    history: 'Log of changes',
    field: 'Field',
    everyField: 'Every field',
    create: 'created',
    update: 'changed',
    remove: 'moved aside',
    restore: 'put back',
    unseal: 'opened the seal',
    remote: 'changed',
    settle: 'decided between two versions',
    here: 'this workstation',
    elsewhere: 'another workstation',
    device: 'workstation {{name}}',
    empty: 'empty',
    sealed: 'sealed',
    to: 'to',
    more: 'Show all {{count}} changes',
  },
});

const shownAtFirst = 8;
const known = ['create', 'update', 'remove', 'restore', 'unseal', 'remote', 'settle'] as const;

/** Who changed a record, when, on which workstation, and each field from what to what; of one field where it is chosen. */
export function History({ type, id }: { type: RecordTypeName; id: string }) {
  const say = useWords();
  const language = useLanguage();
  const heading = useId();
  const [field, setField] = useState<string | null>(null);
  const [all, setAll] = useState(false);
  const history = useQueryOf(['records', type, 'history', id], () => service().records.history({ id }));
  const { fields } = recordType(type);
  if (history.isError) return <Problem error={history.error} retry={() => void history.refetch()} />;
  const { entries, titles } = history.data ?? { entries: [], titles: {} };
  if (entries.length === 0) return null;
  const changed = [...new Set(entries.flatMap(({ changes }) => changes.map((change) => change.field)))].filter((name) => fields[name]);
  const wanted =
    field === null
      ? entries
      : entries.filter(({ action, changes }) => action === 'create' || changes.some((change) => change.field === field));
  const shown = all ? wanted : wanted.slice(0, shownAtFirst);
  return (
    <section className={classes.history} aria-labelledby={heading}>
      <header>
        <h3 id={heading}>{say('history')}</h3>
        {changed.length > 1 && (
          <Select
            aria-label={say('field')}
            placeholder={say('everyField')}
            clearable
            searchable
            filter={foldedFilter}
            value={field}
            data={changed.map((name) => ({ value: name, label: fields[name]?.label[language] ?? name }))}
            onChange={setField}
          />
        )}
      </header>
      <ol>
        {shown.map((entry, index) => (
          <li key={`${entry.at} ${index}`}>
            <p>
              <b>{entry.actor}</b> {actionText(entry, say)}
              {entry.reason && ` (${entry.reason})`}
            </p>
            <p className={classes.when}>
              {momentText(entry.at)} · {entry.here ? say('here') : entry.device ? say('device', { name: entry.device }) : say('elsewhere')}
            </p>
            <dl>
              {entry.changes
                .filter((change) => field === null || change.field === field)
                .flatMap(({ field: name, from, to }) => {
                  const spec = fields[name];
                  return spec
                    ? changeLines(spec, from, to, language, titles).map((line, at) => (
                        <div key={`${name} ${at}`}>
                          <dt>{spec.label[language]}</dt>
                          <dd>
                            <Value text={line.from} /> <span aria-hidden>→</span>
                            <span className="visually-hidden">{say('to')}</span> <Value text={line.to} />
                          </dd>
                        </div>
                      ))
                    : [];
                })}
            </dl>
          </li>
        ))}
      </ol>
      {wanted.length > shown.length && (
        <button type="button" className="link" onClick={() => setAll(true)}>
          {say('more', { count: wanted.length })}
        </button>
      )}
    </section>
  );
}

const actionText = ({ action }: HistoryEntry, say: ReturnType<typeof useWords>): string => {
  const name = known.find((one) => one === action);
  return name ? say(name) : action;
};

function Value({ text }: { text: string }) {
  const say = useWords();
  if (text === '') return <i>{say('empty')}</i>;
  return text === sealedValue ? <i>{say('sealed')}</i> : <span>{text}</span>;
}
