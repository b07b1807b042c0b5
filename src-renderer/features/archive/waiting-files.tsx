import { Empty } from '../../components/empty';
import { ListBar } from '../../components/list/list-bar';
import { useListState } from '../../components/list/list-state';
import { RecordList } from '../../components/record-list';
import tone from '../../components/tone.module.css';
import classes from './files.module.css';
import { useWaysInWords } from './ways-in-words';

/** Chờ hướng dẫn: files of which nobody decided yet whether they are secret. */
export function WaitingFiles({ onOpen }: { onOpen(id: string): void }) {
  const say = useWaysInWords();
  const state = useListState(
    { type: 'archiveFile', filters: [{ field: 'secrecyState', op: 'eq', value: 'CHO_HUONG_DAN' }] },
    { field: 'code', direction: 'asc' },
  );
  return (
    <>
      <header className={classes.filesHead}>
        <div>
          <h2>{say('waiting')}</h2>
          <p className={tone.quiet}>{say('waitingHint')}</p>
        </div>
      </header>
      <div className={classes.listBar}>
        <ListBar state={state} said={say('waiting')} />
      </div>
      <RecordList
        query={state.query}
        label={say('waiting')}
        rowHeight={3.125}
        onOpen={(record, { moving }) => {
          if (!moving) onOpen(record.id);
        }}
        renderRow={(record) => (
          <div className={classes.fileRow}>
            <b>{String(record.values['fileNumber'] ?? '')}</b>
            <span className={classes.clamp}>{record.title}</span>
            <span>{String(record.values['startDate'] ?? '').slice(0, 4)}</span>
          </div>
        )}
        empty={<Empty title={say('waitingNone')} />}
      />
    </>
  );
}
