import { Button } from '@mantine/core';
import { IconAlertTriangleFilled, IconCircleCheckFilled, IconClock, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ArchiveNode } from '#shared/contract/window/archive';
import type { RecordView } from '#shared/contract/window/common';
import { Empty } from '../../components/empty';
import { ListBar } from '../../components/list/list-bar';
import { useListState } from '../../components/list/list-state';
import { RecordList } from '../../components/record-list';
import { service } from '../../service/use-service';
import tone from '../../components/tone.module.css';
import classes from './files.module.css';
import { progressOfFile } from './file-progress';
import { nodeName } from './node-name';
import { filtersOf, type Place } from './place';
import { ExportChosen, OutButtons } from './out/out-buttons';
import { useArchiveWords } from './words';

/** The files of a place, with how far their pages have come. */
export function FileList({
  node,
  place,
  selected,
  canAdd,
  onNew,
  onOpen,
}: {
  node: ArchiveNode | undefined;
  place: Place;
  selected: string | undefined;
  canAdd: boolean;
  onNew(): void;
  onOpen(id: string, moving: boolean): void;
}) {
  const say = useArchiveWords();
  const state = useListState({ type: 'archiveFile', filters: filtersOf(place) }, { field: 'box', direction: 'asc' });
  const query =
    state.sort.field === 'box'
      ? { ...state.query, sort: [state.sort, { field: 'fileNumber', direction: state.sort.direction }] }
      : state.query;
  const add = canAdd && (
    <Button variant="default" leftSection={<IconPlus size={16} />} onClick={onNew}>
      {say('newFile')}
    </Button>
  );
  return (
    <>
      <header className={classes.filesHead}>
        <div>
          <h2>{node ? nodeName(node, say) : say('all')}</h2>
          {node && <p className={tone.quiet}>{say('filesAndPages', { files: node.files, pages: node.progress.pages })}</p>}
        </div>
        <OutButtons />
        {add}
      </header>
      <div className={classes.listBar}>
        <ListBar state={{ ...state, query }} said={node ? nodeName(node, say) : ''} />
      </div>
      {node && node.progress.pages > 0 && <Progress progress={node.progress} />}
      <RecordList
        query={query}
        label={say('columnFile')}
        rowHeight={3.125}
        selected={selected}
        onOpen={(record, { moving }) => onOpen(record.id, moving)}
        acts={(ids) => <ExportChosen kind="files" ids={ids} />}
        header={
          <div className={classes.columns}>
            <span>{say('columnFile')}</span>
            <span>{say('columnTitle')}</span>
            <span>{say('columnYear')}</span>
            <span>{say('columnPages')}</span>
            <span>{say('columnState')}</span>
          </div>
        }
        renderRow={(record) => <Row record={record} />}
        empty={<Empty title={say('noFiles')} hint={say('noFilesHint')} />}
      />
    </>
  );
}

function Progress({ progress }: { progress: ArchiveNode['progress'] }) {
  const say = useArchiveWords();
  const parts = (['verified', 'toCheck', 'reading', 'failed'] as const).map((key) => ({ key, count: progress[key] }));
  return (
    <div className={classes.progress}>
      <div className={classes.segments} aria-hidden="true">
        {parts.map((part) => (
          <span key={part.key} data-part={part.key} style={{ flexGrow: part.count }} />
        ))}
      </div>
      <ul>
        {parts
          .filter((part) => part.count > 0)
          .map((part) => (
            <li key={part.key} data-part={part.key}>
              {say(part.key)} {part.count}
            </li>
          ))}
      </ul>
    </div>
  );
}

function Row({ record }: { record: RecordView }) {
  const { fileNumber, title, code, startDate } = record.values;
  const progress = useQuery({
    queryKey: ['archive', 'fileProgress', record.id],
    queryFn: () => progressOfFile((fileIds) => service().archive.fileProgress({ fileIds }), record.id),
    placeholderData: (old) => old,
  }).data;
  return (
    <div className={classes.fileRow}>
      <b>{String(fileNumber ?? code ?? '')}</b>
      <span className={classes.clamp} title={String(title ?? '')}>
        {String(title ?? '')}
      </span>
      <span>{String(startDate ?? '').slice(0, 4)}</span>
      <span className={classes.count}>{progress && progress.pages > 0 ? progress.pages : ''}</span>
      {progress ? <State progress={progress} /> : <span />}
    </div>
  );
}

export function State({ progress }: { progress: { pages: number; verified: number; toCheck: number; reading: number; failed: number } }) {
  const say = useArchiveWords();
  const { pages, verified, reading, failed, toCheck } = progress;
  if (pages === 0) return <span className={tone.quiet}>{say('stateNone')}</span>;
  if (reading > 0)
    return (
      <span className={classes.state}>
        <IconClock size={16} /> {say('stateReading', { done: pages - reading, all: pages })}
      </span>
    );
  if (failed > 0)
    return (
      <span className={`${classes.state} ${tone.bad}`}>
        <IconAlertTriangleFilled size={16} /> {say('stateFailed', { count: failed })}
      </span>
    );
  if (toCheck > 0)
    return (
      <span className={`${classes.state} ${tone.warn}`}>
        <IconClock size={16} /> {say('stateCheck', { done: verified, all: pages })}
      </span>
    );
  return (
    <span className={`${classes.state} ${tone.good}`}>
      <IconCircleCheckFilled size={16} /> {say('stateDone')}
    </span>
  );
}
