import { Button } from '@mantine/core';
import { IconFileTypePdf } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { RecordView } from '#shared/contract/window/common';
import { notice, noticeOfFailure } from '../../app/notices';
import { Chip } from '../../components/chip';
import { PrintButton } from '../../components/print';
import { Problem } from '../../components/problem';
import { ScreenHead } from '../../components/screen-head';
import panel from '../../components/panel.module.css';
import { shell } from '../../service/connection';
import { service, useQueryOf } from '../../service/use-service';
import { dayText } from '../format';
import { openRecord } from '../open-record';
import work from '../work/work.module.css';
import { useActWords } from './act-words';
import { FileCase } from './file-case';

const tones = { present: 'good', notScanned: 'neutral', missing: 'warn' } as const;

/** The electronic dossier of a case: its table of contents, and all scans in that order as one PDF. */
export function Dossier({ record }: { record: RecordView }) {
  const say = useActWords();
  const sheet = useRef<HTMLDivElement>(null);
  const [step, setStep] = useState<{ done: number; of: number } | null>(null);
  const dossier = useQueryOf(['records', 'case', 'dossier', record.id], () => service().cases.dossier({ id: record.id }));
  const back = { to: { screen: 'cases' as const, id: record.id }, text: say('back') };
  if (dossier.isError) return <Problem error={dossier.error} retry={() => void dossier.refetch()} />;
  if (!dossier.data) return <div aria-busy="true" />;
  const { entries, pages, title } = dossier.data;
  const documentIds = entries.flatMap(({ document, pages: count }) => (document !== null && count > 0 ? [document] : []));
  const write = async () => {
    const code = String(record.values['code'] ?? '').replaceAll(/[^\p{L}\p{N}]+/gu, '-');
    const path = await shell().saveFile({ defaultName: say('fileName', { code }) });
    if (path === null) return;
    setStep({ done: 0, of: documentIds.length });
    try {
      for await (const event of await service().out.run({ kind: 'pdf', target: { documentIds }, path, replace: true })) {
        if (event.kind === 'step') setStep(event);
        else
          notice(
            event.exceptions.length === 0
              ? say('pdfDone', { count: event.pages })
              : say('pdfLeftOut', { count: event.pages, left: event.exceptions.length }),
          );
      }
    } finally {
      setStep(null);
    }
  };
  return (
    <div className={work.page}>
      <ScreenHead title={say('dossierTitle')} intro={say('dossierHint')} back={back}>
        <PrintButton part={sheet} what="mục lục hồ sơ vụ việc" />
        {documentIds.length > 0 ? (
          <Button
            leftSection={<IconFileTypePdf size="1rem" aria-hidden />}
            disabled={step !== null}
            onClick={() => void write().catch(noticeOfFailure)}
          >
            {step ? say('pdfStep', { done: step.done, of: step.of }) : say('pdf')}
          </Button>
        ) : (
          <span className={work.quiet}>{say('pdfNone')}</span>
        )}
      </ScreenHead>
      <div ref={sheet} className={`${panel.panel} ${work.sheet}`} data-record={record.id}>
        <h2>
          {title} <span className={work.quiet}>{say('pages', { count: pages })}</span>
        </h2>
        <table className={work.table}>
          <thead>
            <tr>
              {(['order', 'name', 'symbol', 'date', 'page', 'state'] as const).map((key) => (
                <th key={key} scope="col">
                  {say(key)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <tr key={entry.order}>
                <td>{entry.order}</td>
                <td>
                  {entry.type !== null && entry.id !== null && entry.state !== 'missing' ? (
                    <button
                      type="button"
                      className="link"
                      onClick={() => void openRecord(entry.type ?? 'case', entry.id ?? '').catch(noticeOfFailure)}
                    >
                      {entry.name}
                    </button>
                  ) : (
                    entry.name
                  )}
                </td>
                <td>{entry.symbol}</td>
                <td>{dayText(entry.date)}</td>
                <td>{entry.pages > 0 ? `${entry.fromPage} – ${entry.fromPage + entry.pages - 1}` : ''}</td>
                <td>
                  <Chip tone={tones[entry.state]}>{say(`state_${entry.state}`)}</Chip>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <FileCase record={record} />
    </div>
  );
}
