import { Button, Select } from '@mantine/core';
import { IconAlertTriangle, IconCamera, IconCheck, IconFileSpreadsheet, IconPencil, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import type { FormView } from '#shared/contract/window/statistics';
import { notice, noticeOfFailure } from '../../app/notices';
import { navigate, useRoute } from '../../app/navigation';
import { useShortcut } from '../../app/shortcuts';
import { today as dayNow } from '../../components/day';
import { Problem } from '../../components/problem';
import { RefPicker } from '../../components/ref-picker';
import { useLanguage } from '../../i18n/words';
import { shell } from '../../service/connection';
import { service, useQueryOf } from '../../service/use-service';
import { dayText } from '../format';
import { CellAside, CheckAside, type Counted } from './cell-aside';
import { EditForm } from './edit-form';
import { FormSheet, type Place } from './form-sheet';
import { PeriodPicker } from './period-picker';
import classes from './reports.module.css';
import { TakePeriod } from './take-period';
import { useReportWords } from './words';

type Open =
  | { readonly kind: 'cell'; readonly place: Place }
  | { readonly kind: 'check'; readonly check: number }
  | { readonly kind: 'take' | 'edit' };

/** Biểu thống kê: one form of one period on its sheet, with what is behind each figure beside it. */
export function FormsView() {
  const say = useReportWords();
  const language = useLanguage();
  const { query } = useRoute();
  const day = dayNow();
  const [open, setOpen] = useState<Open>();
  const packs = useQueryOf(['work', 'statistics', 'packs'], () => service().statistics.packs());
  const form = query?.['form'] ?? 'B05';
  const from = query?.['from'] ?? `${day.slice(0, 4)}-01-01`;
  const to = query?.['to'] ?? `${day.slice(0, 4)}-12-31`;
  const unit = query?.['unit'];
  const counted: Counted = { form, from, to, ...(unit ? { unit } : {}) };
  const found = useQueryOf(['work', 'statistics', 'form', counted, day], () => service().statistics.form({ ...counted, today: day }), {
    keep: true,
  });
  const view = found.data;
  const go = (change: Record<string, string>) => {
    setOpen(undefined);
    navigate({ screen: 'reports', query: { view: 'forms', form, from, to, ...(unit ? { unit } : {}), ...change } });
  };
  useShortcut('escape', () => setOpen(undefined), open !== undefined);
  const pack = packs.data?.packs.find(({ forms }) => forms.some(({ id }) => id === form));
  const excel = async (forms: readonly string[], name: string) => {
    const file = await shell().saveFile({ defaultName: `${name} ${from} ${to}.xlsx` });
    if (!file) return;
    await service().statistics.excel({ forms: [...forms], from, to, ...(unit ? { unit } : {}), today: day, file });
    notice(say('saved', { file }));
  };
  return (
    <div className={classes.forms} data-aside={open !== undefined}>
      <div className={classes.main}>
        <div className={classes.tools}>
          <Select
            aria-label={say('form')}
            data={(packs.data?.packs ?? []).map(({ name, forms }) => ({
              group: name,
              items: forms.map((one) => ({ value: one.id, label: `${one.id}, ${one.name.charAt(0).toLowerCase()}${one.name.slice(1)}` })),
            }))}
            value={form}
            searchable
            allowDeselect={false}
            onChange={(value) => value && go({ form: value })}
            maxDropdownHeight={400}
            w="17rem"
          />
          <PeriodPicker span={{ from, to }} onChange={(span) => go({ ...span })} />
          <div className={classes.unit}>
            <RefPicker label={say('unit')} types={['organisation']} value={unit ?? null} onChange={(id) => go({ unit: id ?? '' })} />
          </div>
          <div className={classes.acts}>
            <Button
              variant="default"
              leftSection={<IconFileSpreadsheet size={16} />}
              onClick={() => excel([form], form).catch(noticeOfFailure)}
            >
              {say('excel')}
            </Button>
            {pack && pack.forms.length > 1 && (
              <Button
                variant="default"
                onClick={() =>
                  excel(
                    pack.forms.map(({ id }) => id),
                    pack.name,
                  ).catch(noticeOfFailure)
                }
              >
                {say('excelAll')}
              </Button>
            )}
            <Button variant="default" leftSection={<IconPrinter size={16} />} onClick={() => window.print()}>
              {say('print')}
            </Button>
            <Button leftSection={<IconCamera size={16} />} onClick={() => setOpen({ kind: 'take' })}>
              {say('take')}
            </Button>
          </div>
        </div>
        {found.isError && <Problem error={found.error} retry={() => void found.refetch()} />}
        {view && (
          <div className={classes.sheet} aria-busy={found.isFetching}>
            <FormSheet
              view={view}
              chosen={open?.kind === 'cell' ? open.place : undefined}
              onChoose={(place) => setOpen({ kind: 'cell', place })}
            />
            <Sent view={view} />
            <ul className={classes.checks}>
              {view.checks.map(({ state, text, records }, index) => (
                <li key={text.vi} data-state={state}>
                  {state === 'ok' ? <IconCheck size={16} aria-hidden /> : <IconAlertTriangle size={16} aria-hidden />}
                  {records > 0 ? (
                    <button type="button" className="link" onClick={() => setOpen({ kind: 'check', check: index })}>
                      {text[language]}
                    </button>
                  ) : (
                    <span>{text[language]}</span>
                  )}
                </li>
              ))}
            </ul>
            <p className={classes.basis}>
              {view.changed && `${say('changedForm')} `}
              {say('basis', { text: view.basis })} {view.unverified}{' '}
              <button type="button" className="link" onClick={() => setOpen({ kind: 'edit' })}>
                <IconPencil size={14} aria-hidden /> {say('edit')}
              </button>
            </p>
          </div>
        )}
      </div>
      {open?.kind === 'cell' && view && <CellAside counted={counted} view={view} place={open.place} onClose={() => setOpen(undefined)} />}
      {open?.kind === 'check' && view && (
        <CheckAside
          counted={counted}
          check={open.check}
          text={view.checks[open.check]?.text[language] ?? ''}
          onClose={() => setOpen(undefined)}
        />
      )}
      {open?.kind === 'take' && view && (
        <TakePeriod
          counted={counted}
          period={view.period}
          forms={pack?.forms.map(({ id }) => id) ?? [form]}
          onClose={() => setOpen(undefined)}
        />
      )}
      {open?.kind === 'edit' && <EditForm key={form} form={form} onClose={() => setOpen(undefined)} />}
    </div>
  );
}

function Sent({ view }: { view: FormView }) {
  const say = useReportWords();
  const [last] = view.snapshots;
  if (!last) return null;
  const number = last.sentNumber ? ` ${say('sentWith', { number: last.sentNumber })}` : '';
  return (
    <p className={classes.sent} data-differs={view.differences.length > 0}>
      {say('sentOn', { day: dayText(last.takenOn), who: last.takenBy })}
      {number}.{' '}
      {view.differences.length === 0 ? say('sentSame') : say('sentDiffers', { count: view.differences.length, day: dayText(last.takenOn) })}
    </p>
  );
}
