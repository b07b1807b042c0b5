import { Button, Checkbox, Select } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconChevronLeft, IconChevronRight, IconFileImport, IconPlus, IconTable } from '@tabler/icons-react';
import { useState } from 'react';
import { notice, noticeOfFailure } from '../../app/notices';
import { navigate, useRoute } from '../../app/navigation';
import { today as dayNow } from '../../components/day';
import { Problem } from '../../components/problem';
import { shell } from '../../service/connection';
import { service, useQueryOf, useSave } from '../../service/use-service';
import { SheetImportPanel } from '../archive/sheet-import-panel';
import { dayText } from '../format';
import { RecordPanel } from '../generic/record-panel';
import { branchChecks } from '#shared/branch-forms/branch-form';
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
  const [importing, setImporting] = useState(false);
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
  const period = query?.['period'] ?? current;
  const blank = async () => {
    const file = await shell().saveFile({ defaultName: `Mẫu ${form} ${period} ${year}.xlsx` });
    if (!file) return;
    const ids = (branches.data?.rows ?? []).map(({ id }) => id);
    const { sheets } = await service().branches.blank({ form, year, period, today: dayNow(), branches: ids, file });
    notice(say('blankMade', { count: sheets, file }));
  };
  const collected = async () => {
    const file = await shell().saveFile({ defaultName: `Tổng hợp ${form} ${period} ${year}.xlsx` });
    if (!file) return;
    await service().branches.collected({ form, year, period, today: dayNow(), file });
    notice(say('collectedMade', { file }));
  };
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
      <div className={reports.tools}>
        <Select
          aria-label={say('periodOfForm')}
          data={periods.map(({ code, label }) => ({ value: code, label }))}
          value={periods.some(({ code }) => code === period) ? period : (periods[0]?.code ?? null)}
          allowDeselect={false}
          onChange={(value) => go({ period: value ?? current })}
          w="9rem"
        />
        <Button variant="default" leftSection={<IconTable size="1rem" aria-hidden />} onClick={() => void blank().catch(noticeOfFailure)}>
          {say('blank')}
        </Button>
        <Button variant="default" leftSection={<IconFileImport size="1rem" aria-hidden />} onClick={() => setImporting(true)}>
          {say('importReports')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconTable size="1rem" aria-hidden />}
          onClick={() => void collected().catch(noticeOfFailure)}
        >
          {say('collected')}
        </Button>
      </div>
      {importing && (
        <SheetImportPanel
          kinds={['branchReport']}
          fixed={{ form, year, period, receivedOn: dayNow() }}
          onClose={() => {
            setImporting(false);
            void found.refetch();
          }}
        />
      )}
      {error && <Problem error={error} />}
      {query?.['report'] && (
        <RecordPanel
          key={query['report']}
          type="branchReport"
          id={query['report']}
          edit={undefined}
          onEdited={() => undefined}
          onClose={() => go({})}
        />
      )}
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
                  const doubts = report ? doubtsOf(report.values) : [];
                  return (
                    <td key={code} data-delivered={report !== undefined}>
                      {report ? (
                        <button
                          type="button"
                          className="link"
                          title={[say('openReport', { name: branch.title, period: label, day: on }), ...doubts].join(' ')}
                          aria-label={[say('openReport', { name: branch.title, period: label, day: on }), ...doubts].join(' ')}
                          onClick={() => go({ report: report.id })}
                        >
                          {doubts.length > 0 ? <IconAlertTriangle size={14} aria-hidden /> : <IconCheck size={14} aria-hidden />}{' '}
                          {on.slice(0, 5)}
                        </button>
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

/** What does not add up in a delivered report. */
function doubtsOf(values: Record<string, unknown>): string[] {
  const figures = (values['figures'] ?? []) as readonly { key?: string; value?: number }[];
  return branchChecks(Object.fromEntries(figures.map(({ key = '', value }) => [key, value])));
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
