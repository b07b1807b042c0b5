import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { ExportKind, ExportTarget, PrintedSheet } from '#shared/contract/window/out';
import { noticeOfFailure } from '../../../app/notices';
import { printPart } from '../../../components/print';
import { service } from '../../../service/use-service';
import classes from './out.module.css';
import { useOutWords } from './out-words';
import { SheetPaper } from '../../../components/sheet-paper';

/** Prints lists, cards and covers as they stand in the Excel file: the system's dialog opens when they are drawn. */
export function PrintSheets({ kind, target, reason }: { kind: ExportKind; target: ExportTarget; reason: string }) {
  const say = useOutWords();
  const [sheets, setSheets] = useState<readonly PrintedSheet[]>([]);
  const part = useRef<HTMLDivElement>(null);
  const print = async () => setSheets((await service().out.sheets({ kind, target, reason })).sheets);
  useEffect(() => {
    if (sheets.length === 0 || !part.current) return;
    printPart(part.current);
    setSheets([]);
  }, [sheets]);
  return (
    <>
      <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => void print().catch(noticeOfFailure)}>
        {say('print')}
      </Button>
      <div className={classes.unseen}>
        <div ref={part}>
          {sheets.map((sheet, index) => (
            <SheetPaper key={`${index} ${sheet.name}`} sheet={sheet} />
          ))}
        </div>
      </div>
    </>
  );
}
