import { Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { ListQuery } from '#shared/contract/window/common';
import type { PrintedSheet } from '#shared/contract/window/out';
import { manyFields } from '#shared/records/many';
import { recordType } from '#shared/records/registry';
import { noticeOfFailure } from '../../app/notices';
import classes from './list.module.css';
import { ManyPanel } from './many-panel';
import { PrintNow, sheetToPrint } from './print-list';
import type { Selection } from './selection';
import { exportList } from './take-list';
import { useListWords } from './words';

/** How many rows are chosen, and what can be done with them; `children`: what only this list offers. */
export function SelectionBar({
  query,
  selection,
  children,
}: {
  query: Omit<ListQuery, 'offset' | 'limit'>;
  selection: Selection;
  children?: ReactNode;
}) {
  const say = useListWords();
  const [changing, setChanging] = useState(false);
  const [sheet, setSheet] = useState<PrintedSheet>();
  const { ids, clear } = selection;
  const rows = { query, ids: [...ids], said: say('chosen', { count: ids.size }) };
  const canChange = manyFields(query.type).length > 0 && recordType(query.type).author === undefined && query.removed !== true;
  return (
    <section className={classes.chosen} aria-label={say('chosen', { count: ids.size })}>
      <div className={classes.chosenBar}>
        <b role="status">{say('chosen', { count: ids.size.toLocaleString('vi-VN') })}</b>
        {canChange && (
          <Button variant="default" aria-expanded={changing} onClick={() => setChanging(!changing)}>
            {say('change')}
          </Button>
        )}
        {children}
        <button type="button" className="link" onClick={() => void exportList(rows).catch(noticeOfFailure)}>
          {say('exportChosen')}
        </button>
        <button type="button" className="link" onClick={() => void sheetToPrint(rows).then(setSheet).catch(noticeOfFailure)}>
          {say('printChosen')}
        </button>
        <button type="button" className={classes.drop} aria-label={say('unchoose')} title={say('unchoose')} onClick={clear}>
          <IconX size="1rem" aria-hidden />
        </button>
      </div>
      {changing && (
        <ManyPanel
          type={query.type}
          ids={rows.ids}
          onDone={() => {
            setChanging(false);
            clear();
          }}
          onCancel={() => setChanging(false)}
        />
      )}
      {sheet && <PrintNow sheet={sheet} onDone={() => setSheet(undefined)} />}
    </section>
  );
}
