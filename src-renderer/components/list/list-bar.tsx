import { Button, Menu, TextInput } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconDots, IconFileSpreadsheet, IconFilter, IconPrinter, IconSelectAll } from '@tabler/icons-react';
import { useState } from 'react';
import type { PrintedSheet } from '#shared/contract/window/out';
import { noticeOfFailure } from '../../app/notices';
import { CriteriaPanel, useCriterionTexts } from './criteria-panel';
import { FilterMenu } from './filter-menu';
import type { ListState } from './list-state';
import classes from './list.module.css';
import { PrintNow, sheetToPrint } from './print-list';
import { chooseAll } from './selection';
import { exportList } from './take-list';
import { useListWords } from './words';

/** What every list has at its head: words, further conditions, own filters, and the list as Excel file or on paper. */
export function ListBar({ state, said }: { state: ListState; said: string }) {
  const say = useListWords();
  const [asking, setAsking] = useState(false);
  const [sheet, setSheet] = useState<PrintedSheet>();
  const { query, where } = state;
  const texts = useCriterionTexts(query.type, where);
  const rows = { query, said: [said, ...texts, state.text.trim() && `“${state.text.trim()}”`].filter(Boolean).join('; ').slice(0, 400) };
  return (
    <>
      <div className={classes.bar}>
        <TextInput
          className={classes.find}
          aria-label={say('find')}
          placeholder={say('find')}
          value={state.text}
          onChange={(event) => state.setText(event.currentTarget.value)}
          leftSection={<IconFilter size="0.9375rem" aria-hidden />}
          maxLength={200}
        />
        <Button
          variant="default"
          className={classes.tool}
          aria-label={where.length > 0 ? say('moreCount', { count: where.length }) : say('more')}
          title={say('more')}
          aria-expanded={asking}
          data-on={where.length > 0 || undefined}
          onClick={() => setAsking(!asking)}
        >
          <IconAdjustmentsHorizontal size="1rem" aria-hidden />
          {where.length > 0 && <b>{where.length}</b>}
        </Button>
        <FilterMenu />
        <Menu position="bottom-end" width={280} withinPortal>
          <Menu.Target>
            <Button variant="default" className={classes.tool} aria-label={say('acts')} title={say('acts')}>
              <IconDots size="1rem" aria-hidden />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              leftSection={<IconFileSpreadsheet size={16} aria-hidden />}
              onClick={() => void exportList(rows).catch(noticeOfFailure)}
            >
              {say('excel')}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconFileSpreadsheet size={16} aria-hidden />}
              onClick={() => void exportList({ ...rows, whole: true }).catch(noticeOfFailure)}
            >
              {say('excelWhole')}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconPrinter size={16} aria-hidden />}
              onClick={() => void sheetToPrint(rows).then(setSheet).catch(noticeOfFailure)}
            >
              {say('print')}
            </Menu.Item>
            <Menu.Divider />
            <Menu.Item leftSection={<IconSelectAll size={16} aria-hidden />} rightSection={<kbd>Ctrl A</kbd>} onClick={chooseAll}>
              {say('chooseAll')}
            </Menu.Item>
            <Menu.Label>{say('chooseHint')}</Menu.Label>
          </Menu.Dropdown>
        </Menu>
      </div>
      {asking && <CriteriaPanel key={query.type} type={query.type} state={state} onClose={() => setAsking(false)} />}
      {sheet && <PrintNow sheet={sheet} onDone={() => setSheet(undefined)} />}
    </>
  );
}
