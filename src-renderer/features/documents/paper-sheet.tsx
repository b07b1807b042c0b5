import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { RecordView } from '#shared/contract/window/common';
import type { RecordTypeName } from '#shared/records/record-type-name';
import { noticeOfFailure } from '../../app/notices';
import { navigate } from '../../app/navigation';
import panel from '../../components/panel.module.css';
import { service, useQueryOf } from '../../service/use-service';
import { dayText } from '../format';
import { openRecord } from '../open-record';
import work from '../work/work.module.css';
import { useDocumentWords } from './words';

interface Delivery {
  id: string;
  to?: string;
  signedBy?: string;
  on?: string;
}

/** Where a paper belongs: case, petition, scan, what it answers; for a secret one which register, for one from above the duties that follow. */
export function PaperSheet({ record, titles }: { record: RecordView; titles: Readonly<Record<string, string>> }) {
  const say = useDocumentWords();
  const v = record.values;
  const secret = typeof v['secrecy'] === 'string' && v['secrecy'] !== 'THUONG';
  const incoming = record.type === 'incomingDocument';
  const duties = useQueryOf(
    ['records', 'duty', 'by', record.id],
    () => service().records.list({ type: 'duty', filters: [{ field: 'instruction', op: 'eq', value: record.id }], limit: 50 }),
    { enabled: incoming },
  );
  const link = (type: RecordTypeName, id: unknown): ReactNode =>
    typeof id === 'string' && (
      <button type="button" className="link" onClick={() => void openRecord(type, id).catch(noticeOfFailure)}>
        {titles[id] ?? id}
      </button>
    );
  const answers = (v['answers'] ?? []) as readonly string[];
  const deliveries = (v['deliveries'] ?? []) as readonly Delivery[];
  return (
    <div className={work.stackGap}>
      {secret && <p className={work.note}>{say('secret')}</p>}
      {v['voided'] === true && <p className={work.note}>{say('voided')}</p>}
      <section className={panel.panel} aria-label={say('links')}>
        <header className={`${panel.head} ${panel.inner}`}>
          <h2>{say('links')}</h2>
        </header>
        <div className={panel.body}>
          <dl className={work.facts}>
            <div>
              <dt>{say('case')}</dt>
              <dd>{link('case', v['case']) || '—'}</dd>
            </div>
            <div>
              <dt>{say('petition')}</dt>
              <dd>{link('petition', v['petition']) || '—'}</dd>
            </div>
            <div>
              <dt>{say('scan')}</dt>
              <dd>{link('archiveDocument', v['archiveDocument']) || <span className={work.quiet}>{say('noScan')}</span>}</dd>
            </div>
            {answers.length > 0 && (
              <div>
                <dt>{say('answers')}</dt>
                <dd>
                  {answers.map((id) => (
                    <div key={id}>{link('incomingDocument', id)}</div>
                  ))}
                </dd>
              </div>
            )}
            {deliveries.length > 0 && (
              <div>
                <dt>{say('deliveries')}</dt>
                <dd>
                  {deliveries.map((one) => (
                    <div key={one.id}>{[one.to, one.signedBy, dayText(one.on)].filter(Boolean).join(' · ')}</div>
                  ))}
                </dd>
              </div>
            )}
            {(duties.data?.rows ?? []).length > 0 && (
              <div>
                <dt>{say('duties')}</dt>
                <dd>
                  {duties.data?.rows.map((duty) => (
                    <button
                      key={duty.id}
                      type="button"
                      className="link"
                      onClick={() => navigate({ screen: 'follow-up', id: duty.id, query: { view: 'board' } })}
                    >
                      {duty.title}
                    </button>
                  ))}
                </dd>
              </div>
            )}
          </dl>
        </div>
        {incoming && (
          <footer className={panel.foot}>
            <Button
              variant="default"
              onClick={() => navigate({ screen: 'follow-up', query: { type: 'duty', new: '1', instruction: record.id } })}
            >
              {say('makeDuty')}
            </Button>
          </footer>
        )}
      </section>
    </div>
  );
}
