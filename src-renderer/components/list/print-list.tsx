import { useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import type { ListedRows } from '#shared/contract/window/lists';
import type { PrintedSheet } from '#shared/contract/window/out';
import { notice } from '../../app/notices';
import { service } from '../../service/use-service';
import { printPart } from '../print';
import { SheetPaper } from '../sheet-paper';
import classes from './list.module.css';
import { useListWords } from './words';

/** The sheet of these rows, as it is printed. @throws CallError */
export async function sheetToPrint(rows: ListedRows): Promise<PrintedSheet> {
  const { sheet, withheld } = await service().lists.sheet(rows);
  if (withheld > 0) notice(useListWords.say('withheld', { count: withheld }));
  return sheet;
}

/** Draws the sheet out of sight and opens the system's dialog. */
export function PrintNow({ sheet, onDone }: { sheet: PrintedSheet; onDone: () => void }) {
  const part = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (part.current) printPart(part.current);
    onDone();
    // Once for each sheet.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [sheet]);
  return createPortal(
    <div className={classes.unseen} aria-hidden>
      <div ref={part}>
        <SheetPaper sheet={sheet} />
      </div>
    </div>,
    document.body,
  );
}
