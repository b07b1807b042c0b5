import { Select, TextInput } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import type { Span } from '#shared/statistics/fact';
import { periodName } from '#shared/statistics/period';
import { service, useQueryOf } from '../../service/use-service';
import { periodsOf, spanKey, spanName } from './period-choice';
import classes from './reports.module.css';
import { useReportWords } from './words';

const free = 'days';

/** Chooses a reporting period: year, 9 and 6 months, quarter, month, term, or any days; the arrows go by years. */
export function PeriodPicker({ span, onChange }: { span: Span; onChange: (span: Span) => void }) {
  const say = useReportWords();
  const session = useQueryOf(['session'], () => service().session.status());
  const term = session.data?.session?.committee.term ?? '';
  const [typing, setTyping] = useState(false);
  const year = Number(span.from.slice(0, 4));
  const periods = periodsOf(year, term);
  const known = periods.some((one) => spanKey(one) === spanKey(span));
  const options = [
    ...periods.map((one) => ({ value: spanKey(one), label: periodName(one) })),
    { value: free, label: known ? `${say('from')}, ${say('to').toLowerCase()} …` : spanName(span, term) },
  ];
  const choose = (value: string | null) => {
    setTyping(value === free);
    const [from, to] = (value ?? '').split('/');
    if (from && to) onChange({ from, to });
  };
  const shift = (by: number) => {
    const move = (day: string) => `${Number(day.slice(0, 4)) + by}${day.slice(4)}`;
    onChange({ from: move(span.from), to: move(span.to).replace('02-29', '02-28') });
  };
  const day = (edge: 'from' | 'to', value: string) => {
    if (!value) return;
    const next = { ...span, [edge]: value };
    onChange(next.from <= next.to ? next : { from: value, to: value });
  };
  return (
    <div className={classes.period}>
      <button type="button" aria-label={say('before')} title={say('before')} onClick={() => shift(-1)}>
        <IconChevronLeft size="1rem" aria-hidden />
      </button>
      <Select
        aria-label={say('period')}
        data={options}
        value={known && !typing ? spanKey(span) : free}
        allowDeselect={false}
        onChange={choose}
        maxDropdownHeight={320}
        w="13rem"
      />
      <button type="button" aria-label={say('after')} title={say('after')} onClick={() => shift(1)}>
        <IconChevronRight size="1rem" aria-hidden />
      </button>
      {(typing || !known) && (
        <>
          <TextInput
            type="date"
            aria-label={say('from')}
            value={span.from}
            onChange={({ currentTarget }) => day('from', currentTarget.value)}
          />
          <TextInput type="date" aria-label={say('to')} value={span.to} onChange={({ currentTarget }) => day('to', currentTarget.value)} />
        </>
      )}
    </div>
  );
}
