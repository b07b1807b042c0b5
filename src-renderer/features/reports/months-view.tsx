import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { Query } from '#shared/contract/window/common';
import { recordType } from '#shared/records/registry';
import type { RecordTypeName } from '#shared/records/record-type-name';
import { navigate, routeOfRecord, useRoute } from '../../app/navigation';
import { today } from '../../components/day';
import { Problem } from '../../components/problem';
import { useLanguage } from '../../i18n/words';
import { service, useQueryOf } from '../../service/use-service';
import classes from './months.module.css';
import { useReportWords } from './words';

const types = [
  'petition',
  'case',
  'conclusion',
  'duty',
  'disciplinaryDecision',
  'incomingDocument',
  'outgoingDocument',
  'task',
] as const satisfies readonly RecordTypeName[];
const months = Array.from({ length: 12 }, (_, index) => index + 1);

/** Sổ theo tháng: what stands in each register, month by month, on a sheet like those on paper. Zero stays blank. */
export function MonthsView() {
  const say = useReportWords();
  const language = useLanguage();
  const { query } = useRoute();
  const year = Number(query?.['year'] ?? today().slice(0, 4));
  const go = (to: number) => navigate({ screen: 'reports', query: { view: 'months', year: String(to) } });
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <p>{say('lead')}</p>
        <div className={classes.year}>
          <button type="button" aria-label={say('before')} onClick={() => go(year - 1)}>
            <IconChevronLeft size="1.125rem" aria-hidden />
          </button>
          <strong>
            {say('year')} {year}
          </strong>
          <button type="button" aria-label={say('after')} onClick={() => go(year + 1)}>
            <IconChevronRight size="1.125rem" aria-hidden />
          </button>
        </div>
      </header>
      <div className={classes.sheet}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('register')}</th>
              {months.map((month) => (
                <th key={month} scope="col" aria-label={say('monthLabel', { month })}>
                  {say('month', { month })}
                </th>
              ))}
              <th scope="col">{say('total')}</th>
            </tr>
          </thead>
          <tbody>
            {types.map((type) => (
              <Line key={type} type={type} year={year} name={recordType(type).register[language]} />
            ))}
          </tbody>
        </table>
        <p className={classes.note}>{say('note')}</p>
      </div>
    </div>
  );
}

function Line({ type, year, name }: { type: RecordTypeName; year: number; name: string }) {
  const counts = useQueryOf(['records', type, 'months', year], () =>
    service().records.counts({ queries: months.map((month) => monthQuery(type, year, month)) }),
  );
  const route = routeOfRecord(type, '');
  const cells = counts.data?.counts ?? months.map(() => 0);
  return (
    <tr>
      <th scope="row">
        {route ? (
          <button type="button" className="link" onClick={() => navigate({ screen: route.screen, query: { type } })}>
            {name}
          </button>
        ) : (
          name
        )}
      </th>
      {counts.isError ? (
        <td colSpan={13}>
          <Problem error={counts.error} />
        </td>
      ) : (
        <>
          {cells.map((count, index) => (
            <td key={months[index]}>{count || ''}</td>
          ))}
          <td>
            <strong>{cells.reduce((sum, count) => sum + count, 0) || ''}</strong>
          </td>
        </>
      )}
    </tr>
  );
}

function monthQuery(type: RecordTypeName, year: number, month: number): Query {
  const field = recordType(type).yearField ?? '';
  const first = `${year}-${String(month).padStart(2, '0')}`;
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return {
    type,
    filters: [
      { field, op: 'from', value: `${first}-01` },
      { field, op: 'to', value: `${first}-${days}` },
    ],
  };
}
