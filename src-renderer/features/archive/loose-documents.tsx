import { Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import type { RecordView } from '#shared/contract/window/common';
import { Empty } from '../../components/empty';
import { ListBar } from '../../components/list/list-bar';
import { useListState } from '../../components/list/list-state';
import { RecordList } from '../../components/record-list';
import { SyncMark } from '../../components/sync-mark';
import { service, useQueryOf } from '../../service/use-service';
import { openRecord } from '../open-record';
import tone from '../../components/tone.module.css';
import classes from './files.module.css';
import { ExportChosen } from './out/out-buttons';
import { useArchiveWords } from './words';

/** Documents that were imported without a file. */
export function LooseDocuments({ onImport, busy }: { onImport(): void; busy: boolean }) {
  const say = useArchiveWords();
  const state = useListState(
    { type: 'archiveDocument', filters: [{ field: 'file', op: 'empty' }] },
    { field: 'issuedOn', direction: 'desc' },
  );
  return (
    <>
      <header className={classes.filesHead}>
        <div>
          <h2>{say('loose')}</h2>
          <p className={tone.quiet}>{say('looseHint')}</p>
        </div>
        <Button disabled={busy} leftSection={<IconFileImport size={16} />} onClick={onImport}>
          {say('import')}
        </Button>
      </header>
      <div className={classes.listBar}>
        <ListBar state={state} said={say('loose')} />
      </div>
      <RecordList
        query={state.query}
        label={say('loose')}
        rowHeight={3.5}
        onOpen={(record, { moving }) => {
          if (!moving) void openRecord('archiveDocument', record.id);
        }}
        acts={(ids) => <ExportChosen kind="documents" ids={ids} />}
        renderRow={(record) => <Row record={record} />}
        empty={<Empty title={say('noFiles')} hint={say('noFilesHint')} />}
      />
    </>
  );
}

function Row({ record }: { record: RecordView }) {
  const say = useArchiveWords();
  const pages = useQueryOf(['archive', 'pagesOfDocument', record.id], () => service().archive.pagesOfDocument({ documentId: record.id }));
  return (
    <div className={classes.looseRow}>
      <span className={classes.clamp}>{record.title || String(record.values.sourceName ?? '')}</span>
      <span className={tone.quiet}>{pages.data ? say('documentsAndPages', { documents: 1, pages: pages.data.pages.length }) : ''}</span>
      <SyncMark state={record.sync} />
    </div>
  );
}
