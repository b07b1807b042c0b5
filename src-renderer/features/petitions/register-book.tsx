import { Select } from '@mantine/core';
import { useRef, useState } from 'react';
import { codeLabel } from '#shared/rules/code-lists/index';
import { PrintButton } from '../../components/print';
import { Problem } from '../../components/problem';
import { ScreenHead } from '../../components/screen-head';
import panel from '../../components/panel.module.css';
import { useLanguage } from '../../i18n/words';
import { service, useQueryOf } from '../../service/use-service';
import { dayText } from '../format';
import work from '../work/work.module.css';
import { usePetitionWords } from './words';

const most = 500;
const years = (today: string): string[] => Array.from({ length: 6 }, (_, back) => String(Number(today.slice(0, 4)) - back));

/** The register of receipt of a year as a book on paper: in order of numbers, without any sender. */
export function RegisterBook({ today }: { today: string }) {
  const say = usePetitionWords();
  const language = useLanguage();
  const sheet = useRef<HTMLDivElement>(null);
  const [year, setYear] = useState(today.slice(0, 4));
  const book = useQueryOf(['records', 'petition', 'book', year], async () => {
    const rows = [];
    const titles: Record<string, string> = {};
    for (let offset = 0; ; offset += most) {
      const page = await service().records.list({
        type: 'petition',
        filters: [
          { field: 'receivedOn', op: 'from', value: `${year}-01-01` },
          { field: 'receivedOn', op: 'to', value: `${year}-12-31` },
        ],
        sort: [{ field: 'number', direction: 'asc' }],
        offset,
        limit: most,
      });
      rows.push(...page.rows);
      Object.assign(titles, page.titles);
      if (rows.length >= page.total || page.rows.length === 0) return { rows, titles };
    }
  });
  return (
    <div className={work.page}>
      <ScreenHead title={say('book', { year })} intro={say('bookHint')} back={{ to: { screen: 'petitions' }, text: say('register') }}>
        <Select
          aria-label={say('year')}
          w={110}
          value={year}
          allowDeselect={false}
          data={years(today)}
          onChange={(next) => next && setYear(next)}
        />
        <PrintButton part={sheet} what="sổ tiếp nhận đơn" />
      </ScreenHead>
      {book.isError ? (
        <Problem error={book.error} retry={() => void book.refetch()} />
      ) : (
        book.data && (
          <div ref={sheet} className={`${panel.panel} ${work.sheet}`}>
            <h2>{say('book', { year })}</h2>
            <table className={work.table}>
              <thead>
                <tr>
                  {(['number', 'day', 'bookKind', 'bookSource', 'bookSubject', 'bookContent', 'bookHandling', 'bookResult'] as const).map(
                    (key) => (
                      <th key={key} scope="col">
                        {say(key)}
                      </th>
                    ),
                  )}
                </tr>
              </thead>
              <tbody>
                {book.data.rows.map(({ id, subtitle, values: v }) => (
                  <tr key={id} data-record={id}>
                    <td>{String(v['number'] ?? '')}</td>
                    <td>{dayText(v['receivedOn'])}</td>
                    <td>{codeLabel('petitionKind', String(v['kind'] ?? ''), language)}</td>
                    <td>{codeLabel('petitionSource', String(v['source'] ?? ''), language)}</td>
                    <td>{subtitle}</td>
                    <td>{String(v['summary'] ?? '')}</td>
                    <td>{v['handling'] ? codeLabel('petitionHandling', String(v['handling']), language) : ''}</td>
                    <td>
                      {codeLabel('petitionState', String(v['state'] ?? ''), language)}
                      {v['closedOn'] ? `, ${dayText(v['closedOn'])}` : ''}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )
      )}
    </div>
  );
}
