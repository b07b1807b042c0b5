import { Button, Checkbox, Select } from '@mantine/core';
import { IconCheck, IconChevronLeft, IconChevronRight, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { noticeOfFailure } from '../../app/notices';
import { navigate, useRoute } from '../../app/navigation';
import { today as dayNow } from '../../components/day';
import { Problem } from '../../components/problem';
import { service, useQueryOf, useSave } from '../../service/use-service';
import { dayText } from '../format';
import { branchPeriods, type BranchForm } from './branch-periods';
import classes from './branches.module.css';
import reports from './reports.module.css';
import { useReportWords } from './words';

const branchKinds = ['CHI_BO_CO_SO', 'CHI_BO_TRUC_THUOC'];

/** Chi bộ nộp: one row a branch, one column a period; a tick is a report that came, a plus records one that is here on paper. */
export function BranchesView() {
  const say = useReportWords();
  const { query } = useRoute();
  const { save } = useSave();
  const year = Number(query?.['year'] ?? dayNow().slice(0, 4));
  const form: BranchForm = query?.['form'] === '02CB' ? '02CB' : '01CB';
  const [missingOnly, setMissingOnly] = useState(false);
  const go = (change: Record<string, string>) =>
    navigate({ screen: 'reports', query: { view: 'branches', year: String(year), form, ...change } });
  const branches = useQueryOf(['records', 'organisation', 'branches'], () =>
    service().records.list({
      type: 'organisation',
      filters: [
        { field: 'kind', op: 'in', value: branchKinds },
        { field: 'state', op: 'eq', value: 'HOAT_DONG' },
      ],
      sort: [{ field: 'name', direction: 'asc' }],
      limit: 500,
    }),
  );
  const found = useQueryOf(['records', 'branchReport', year, form], () => allReports(year, form));
  const periods = branchPeriods[form];
  const reportOf = new Map(
    (found.data ?? []).map(({ id, values }) => [`${String(values['organisation'])}/${String(values['period'])}`, { id, values }] as const),
  );
  const current = currentPeriod(form);
  const rows = (branches.data?.rows ?? []).filter(({ id }) => !missingOnly || !reportOf.has(`${id}/${current}`));
  const delivered = (period: string) => (branches.data?.rows ?? []).filter(({ id }) => reportOf.has(`${id}/${period}`)).length;
  const record = (organisation: string, period: string) =>
    save({ type: 'branchReport', values: { organisation, form, year, period, receivedOn: dayNow(), state: 'DA_NOP' } }).catch(
      noticeOfFailure,
    );
  const error = branches.error ?? found.error;
  return (
    <div className={reports.main}>
      <div className={reports.tools}>
        <Select
          aria-label={say('branchForm')}
          data={[
            { value: '01CB', label: '01CB' },
            { value: '02CB', label: '02CB' },
          ]}
          value={form}
          allowDeselect={false}
          onChange={(value) => go({ form: value ?? '01CB' })}
          w="8rem"
        />
        <div className={reports.period}>
          <button type="button" aria-label={say('before')} onClick={() => go({ year: String(year - 1) })}>
            <IconChevronLeft size="1rem" aria-hidden />
          </button>
          <strong>
            {say('year')} {year}
          </strong>
          <button type="button" aria-label={say('after')} onClick={() => go({ year: String(year + 1) })}>
            <IconChevronRight size="1rem" aria-hidden />
          </button>
        </div>
        <Checkbox
          label={say('onlyMissing')}
          checked={missingOnly}
          onChange={({ currentTarget }) => setMissingOnly(currentTarget.checked)}
        />
        <p className={reports.acts}>
          {say('deliveredOf', {
            count: delivered(current),
            all: branches.data?.total ?? 0,
            period: periods.find(({ code }) => code === current)?.label ?? current,
          })}
        </p>
      </div>
      {error && <Problem error={error} />}
      <div className={classes.matrix}>
        <table>
          <thead>
            <tr>
              <th scope="col">{say('branch')}</th>
              {periods.map(({ code, label }) => (
                <th key={code} scope="col">
                  {label}
                  <br />
                  <small>
                    {delivered(code)}/{branches.data?.total ?? 0}
                  </small>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((branch) => (
              <tr key={branch.id}>
                <th scope="row">{branch.title}</th>
                {periods.map(({ code, label }) => {
                  const report = reportOf.get(`${branch.id}/${code}`);
                  const on = dayText(String(report?.values['receivedOn'] ?? ''));
                  return (
                    <td key={code} data-delivered={report !== undefined}>
                      {report ? (
                        <span title={say('openReport', { name: branch.title, period: label, day: on })}>
                          <IconCheck size={14} aria-hidden /> {on.slice(0, 5)}
                        </span>
                      ) : (
                        <Button
                          variant="subtle"
                          size="compact-xs"
                          color="dark"
                          aria-label={say('record', { name: branch.title, period: label })}
                          onClick={() => void record(branch.id, code)}
                        >
                          <IconPlus size={14} aria-hidden />
                        </Button>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
        {branches.data?.rows.length === 0 && <p>{say('noBranches')}</p>}
      </div>
    </div>
  );
}

const pageSize = 500;

async function allReports(year: number, form: BranchForm) {
  const found: { id: string; values: Record<string, unknown> }[] = [];
  for (let offset = 0; ; offset += pageSize) {
    const { rows, total } = await service().records.list({
      type: 'branchReport',
      filters: [
        { field: 'year', op: 'eq', value: year },
        { field: 'form', op: 'eq', value: form },
      ],
      offset,
      limit: pageSize,
    });
    found.push(...rows);
    if (found.length >= total || rows.length === 0) return found;
  }
}

/** The period that runs now. */
function currentPeriod(form: BranchForm): string {
  const month = Number(dayNow().slice(5, 7));
  if (form === '01CB') return `T${month}`;
  return month <= 6 ? '6TD' : '6TC';
}
