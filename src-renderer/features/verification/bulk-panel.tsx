import { Button, Checkbox, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type BulkChange, bulkFields, type BulkField } from '#shared/contract/window/bulk';
import { notice, noticeOfFailure } from '../../app/notices';
import { momentText } from '../../components/day';
import { Empty } from '../../components/empty';
import { Problem } from '../../components/problem';
import { defineWords, useLanguage } from '../../i18n/words';
import { markOwnSave, queries } from '../../service/queries';
import { service, useQueryOf } from '../../service/use-service';
import { fieldOf } from './entry';
import classes from './verification.module.css';

const useWords = defineWords('bulk', {
  vi: {
    intro: 'Một cơ quan hay một tên viết nhiều kiểu được gộp thành một. Xem trước rồi mới sửa; cả lượt sửa hoàn tác được một lần.',
    field: 'Trường',
    way: 'Cách tìm',
    variants: 'Viết nhiều kiểu',
    replace: 'Tìm và thay',
    none: 'Không thấy giá trị nào viết nhiều kiểu ở trường này',
    merge: 'Gộp thành',
    see: 'Xem trước',
    find: 'Tìm chữ',
    to: 'Thay bằng',
    exact: 'Đúng cả dấu và chữ hoa',
    preview: 'Sẽ sửa {{count}} văn bản',
    previewConfirmed: 'trong đó {{count}} văn bản đã có người xác nhận trường này',
    nothing: 'Không có văn bản nào phải sửa',
    columnDocument: 'Văn bản',
    columnBefore: 'Đang ghi',
    columnAfter: 'Sẽ ghi',
    more: 'và {{count}} văn bản nữa',
    apply: 'Sửa {{count}} văn bản',
    cancel: 'Thôi',
    applied: 'Đã sửa {{count}} văn bản',
    undone: 'Đã hoàn tác {{count}} văn bản',
    undoneKept: 'Đã hoàn tác {{count}} văn bản; {{kept}} văn bản đã sửa tiếp sau đó được giữ nguyên',
    acts: 'Các lượt gần đây',
    undo: 'Hoàn tác',
    undoOf: 'Hoàn tác: {{title}}',
    wasUndone: 'đã hoàn tác {{at}}',
    records: '{{count}} bản ghi',
  },
  en: {
    intro: 'One body or name written in several ways becomes one. Look before it is changed; the whole change is taken back at once.',
    field: 'Field',
    way: 'Find by',
    variants: 'Written in several ways',
    replace: 'Find and replace',
    none: 'No value of this field is written in several ways',
    merge: 'All become',
    see: 'Preview',
    find: 'Find',
    to: 'Replace by',
    exact: 'With its diacritics and capitals',
    preview: '{{count}} documents would change',
    previewConfirmed: 'in {{count}} of them somebody has confirmed this field',
    nothing: 'No document would change',
    columnDocument: 'Document',
    columnBefore: 'Now',
    columnAfter: 'Then',
    more: 'and {{count}} more',
    apply: 'Change {{count}} documents',
    cancel: 'Cancel',
    applied: '{{count}} documents changed',
    undone: '{{count}} documents set back',
    undoneKept: '{{count}} documents set back; {{kept}} that were changed since stay',
    acts: 'Done lately',
    undo: 'Undo',
    undoOf: 'Undo: {{title}}',
    wasUndone: 'undone {{at}}',
    records: '{{count}} records',
  },
});

/** Sửa hàng loạt: values that are one thing become one; find and replace; both with preview and one undo. */
export function BulkPanel() {
  const say = useWords();
  const language = useLanguage();
  const [field, setField] = useState<BulkField>('issuer');
  const [way, setWay] = useState<'variants' | 'replace'>('variants');
  const [change, setChange] = useState<BulkChange | null>(null);
  const choose = (next: BulkField) => {
    setField(next);
    setChange(null);
  };
  return (
    <div className={classes.part}>
      <p className={classes.quiet}>{say('intro')}</p>
      <div className={classes.row}>
        <Select
          label={say('field')}
          allowDeselect={false}
          data={bulkFields.map((name) => ({ value: name, label: fieldOf(name)?.label[language] ?? name }))}
          value={field}
          onChange={(name) => choose((name ?? 'issuer') as BulkField)}
        />
        <SegmentedControl
          aria-label={say('way')}
          data={(['variants', 'replace'] as const).map((value) => ({ value, label: say(value) }))}
          value={way}
          onChange={(value) => {
            setWay(value);
            setChange(null);
          }}
        />
      </div>
      {change !== null ? (
        <Preview key={JSON.stringify(change)} field={field} change={change} onClose={() => setChange(null)} />
      ) : way === 'variants' ? (
        <VariantList key={field} field={field} onChange={setChange} />
      ) : (
        <ReplaceForm onChange={setChange} />
      )}
      <Acts />
    </div>
  );
}

function VariantList({ field, onChange }: { field: BulkField; onChange(change: BulkChange): void }) {
  const say = useWords();
  const found = useQueryOf(['archive', 'bulk', 'variants', field], () => service().bulk.variants({ field }));
  if (found.error) return <Problem error={found.error} />;
  if (!found.data) return <div aria-busy="true" />;
  if (found.data.groups.length === 0) return <Empty title={say('none')} />;
  return found.data.groups.slice(0, 50).map((group) => <VariantRow key={group.values[0]?.value} group={group} onChange={onChange} />);
}

function VariantRow({
  group,
  onChange,
}: {
  group: { values: { value: string; count: number }[]; proposal: string };
  onChange(change: BulkChange): void;
}) {
  const say = useWords();
  const [to, setTo] = useState(group.proposal);
  const [from, setFrom] = useState(group.values.map(({ value }) => value));
  return (
    <section className={classes.group} aria-label={group.values[0]?.value}>
      <ul>
        {group.values.map(({ value, count }) => (
          <li key={value}>
            <Checkbox
              label={value}
              checked={from.includes(value)}
              onChange={(event) => setFrom(event.currentTarget.checked ? [...from, value] : from.filter((one) => one !== value))}
            />
            <span className={classes.quiet}>{count}</span>
          </li>
        ))}
      </ul>
      <div className={classes.row}>
        <TextInput
          label={say('merge')}
          style={{ flex: 1 }}
          value={to}
          maxLength={500}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
        <Button
          variant="default"
          disabled={from.length === 0 || to.trim() === ''}
          onClick={() => onChange({ kind: 'values', from: from.slice(0, 200), to: to.trim() })}
        >
          {say('see')}
        </Button>
      </div>
    </section>
  );
}

function ReplaceForm({ onChange }: { onChange(change: BulkChange): void }) {
  const say = useWords();
  const [find, setFind] = useState('');
  const [to, setTo] = useState('');
  const [exact, setExact] = useState(false);
  return (
    <form
      className={classes.group}
      onSubmit={(event) => {
        event.preventDefault();
        if (find.trim() !== '') onChange({ kind: 'replace', find: find.trim(), to, exact });
      }}
    >
      <div className={classes.row}>
        <TextInput
          label={say('find')}
          style={{ flex: 1 }}
          value={find}
          maxLength={200}
          onChange={(event) => setFind(event.currentTarget.value)}
        />
        <TextInput
          label={say('to')}
          style={{ flex: 1 }}
          value={to}
          maxLength={500}
          onChange={(event) => setTo(event.currentTarget.value)}
        />
        <Checkbox label={say('exact')} checked={exact} onChange={(event) => setExact(event.currentTarget.checked)} pb={8} />
        <Button type="submit" variant="default" disabled={find.trim() === ''}>
          {say('see')}
        </Button>
      </div>
    </form>
  );
}

const fresh = () => {
  markOwnSave();
  return queries.invalidateQueries({ queryKey: ['archive'] });
};

function Preview({ field, change, onClose }: { field: BulkField; change: BulkChange; onClose(): void }) {
  const say = useWords();
  const [busy, setBusy] = useState(false);
  const preview = useQueryOf(['archive', 'bulk', 'preview', field, change], () => service().bulk.preview({ field, change }));
  if (preview.error) return <Problem error={preview.error} />;
  if (!preview.data) return <div aria-busy="true" />;
  const { total, confirmed, sample } = preview.data;
  const apply = async () => {
    setBusy(true);
    try {
      const { act, records } = await service().bulk.apply({ field, change });
      notice(say('applied', { count: records }), act === null ? undefined : () => undoAct(act, say));
      onClose();
      await fresh();
    } catch (error) {
      noticeOfFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className={classes.group} aria-label={say('see')}>
      <h2>
        {total === 0 ? say('nothing') : say('preview', { count: total })}
        {confirmed > 0 && <span className={classes.quiet}>, {say('previewConfirmed', { count: confirmed })}</span>}
      </h2>
      {total > 0 && (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling pane must be reachable by keyboard
        <div className={classes.preview} tabIndex={0} role="group" aria-label={say('see')}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{say('columnDocument')}</th>
                <th scope="col">{say('columnBefore')}</th>
                <th scope="col">{say('columnAfter')}</th>
              </tr>
            </thead>
            <tbody>
              {sample.map((row) => (
                <tr key={row.id}>
                  <th scope="row">{row.title}</th>
                  <td>
                    <span className={classes.before}>{row.before}</span>
                  </td>
                  <td>
                    <span className={classes.after}>{row.after}</span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {total > sample.length && <p className={classes.quiet}>{say('more', { count: total - sample.length })}</p>}
      <div className={classes.row} style={{ marginTop: 12 }}>
        {total > 0 && (
          <Button loading={busy} onClick={() => void apply()}>
            {say('apply', { count: total })}
          </Button>
        )}
        <Button variant="default" onClick={onClose}>
          {say('cancel')}
        </Button>
      </div>
    </section>
  );
}

async function undoAct(act: number, say: ReturnType<typeof useWords>): Promise<void> {
  const { records, kept } = await service().bulk.undo({ act });
  notice(kept > 0 ? say('undoneKept', { count: records, kept }) : say('undone', { count: records }));
  await fresh();
}

function Acts() {
  const say = useWords();
  const acts = useQueryOf(['archive', 'bulk', 'acts'], () => service().bulk.acts({ limit: 20 }));
  if (!acts.data || acts.data.acts.length === 0) return null;
  return (
    <>
      <h2>{say('acts')}</h2>
      <table className={classes.table}>
        <tbody>
          {acts.data.acts.map((act) => (
            <tr key={act.id}>
              <th scope="row">
                <b>{act.title}</b>
                <span>
                  {[
                    momentText(act.at),
                    act.by,
                    say('records', { count: act.records }),
                    act.undoneAt && say('wasUndone', { at: momentText(act.undoneAt) }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </th>
              <td className={classes.acts}>
                {act.undoneAt === null && (
                  <Button
                    variant="default"
                    aria-label={say('undoOf', { title: act.title })}
                    onClick={() => void undoAct(act.id, say).catch(noticeOfFailure)}
                  >
                    {say('undo')}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
