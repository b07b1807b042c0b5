import { Button, Checkbox } from '@mantine/core';
import {
  IconFolder,
  IconFolderSearch,
  IconHourglass,
  IconKeyboard,
  IconQrcode,
  IconScan,
  IconShieldCheck,
  IconTable,
} from '@tabler/icons-react';
import { type DragEvent, lazy, useState } from 'react';
import { listQuery } from '../../components/list/list-state';
import { Problem } from '../../components/problem';
import { RecordForm } from '../../components/record-form/record-form';
import { navigate, useRoute } from '../../app/navigation';
import { shell } from '../../service/connection';
import { service, useQueryOf } from '../../service/use-service';
import { AlarmBar } from './alarm-bar';
import { ArchiveTree } from './archive-tree';
import classes from './archive.module.css';
import treeClasses from './tree.module.css';
import filesClasses from './files.module.css';
import recordClasses from './file-record.module.css';
import { FileList } from './file-list';
import { FileRecord } from './file-record';
import { ImportProgress } from './import-progress';
import { LooseDocuments } from './loose-documents';
import { type PlaceOfPages, targetOf } from './page-tools';
import { nodeOfPlace, type Place, valuesOf } from './place';
import { QueuePanel } from './queue-panel';
import { OutSide, useOutAsked } from './out/side';
import { ScanPanel } from './scan-panel';
import { SheetImportPanel } from './sheet-import-panel';
import { useImport } from './use-import';
import { WaitingFiles } from './waiting-files';
import { printSeparators } from './print-separators';
import { QuickEntryPanel } from './quick-entry-panel';
import { WatchPanel } from './watch-panel';
import waysClasses from './ways-in.module.css';
import { useWaysInWords } from './ways-in-words';
import { useArchiveWords } from './words';

type Adding = 'fonds' | 'file' | 'sheet' | 'scan' | 'watch' | 'quick' | null;

const ApprovalsScreen = lazy(() => import('./approvals-screen'));
const RetentionScreen = lazy(() => import('../retention/retention-screen'));

/** Lưu trữ số; what its retention asks for, and the approvals to digitise secret papers, are pages of their own. */
export function ArchiveScreen() {
  const { query } = useRoute();
  if (query?.['type'] === 'secrecyApproval') return <ApprovalsScreen />;
  return query?.['view'] === 'retention' ? <RetentionScreen /> : <Archive />;
}

/** Fonds, terms and boxes as a tree; their files; the chosen file with its documents. Scans may be dropped anywhere. */
function Archive() {
  const say = useArchiveWords();
  const route = useRoute();
  const { fonds, term, box, loose, waiting } = route.query ?? {};
  const sayWays = useWaysInWords();
  const place: Place = { fonds, term, box };
  const tree = useQueryOf(['archive', 'tree'], () => service().archive.tree(), { keep: true });
  const { run, start, scan, stop, close } = useImport();
  const outAsked = useOutAsked();
  const title = useQueryOf(['records', 'archiveFile', route.id, 'title'], () =>
    route.id === undefined ? Promise.resolve(null) : service().records.get({ type: 'archiveFile', id: route.id }),
  );
  const [adding, setAdding] = useState<Adding>(null);
  const [over, setOver] = useState(false);
  const [editing, setEditing] = useState(false);
  const [routing, setRouting] = useState(false);
  /** Where the next scan goes, when a page was chosen for it. */
  const [placing, setPlacing] = useState<PlaceOfPages | null>(null);
  const target = { ...(route.id !== undefined && { fileId: route.id }), ...(routing && { route: true }) };
  const bring = async (paths: readonly string[]) => {
    if (run?.running === true) return;
    const documents = await start(
      paths.filter((path) => path !== ''),
      target,
    );
    if (route.id === undefined && documents.length > 0) navigate({ screen: 'archive', query: { loose: '1' } });
  };
  const bringTo = async (wanted: PlaceOfPages) => {
    if (run?.running === true) return;
    setPlacing(wanted.from === 'scanner' ? wanted : null);
    if (wanted.from === 'scanner') setAdding('scan');
    else await start(await shell().pickFiles({ purpose: 'scan' }), targetOf(wanted));
  };
  const pick = async () => bring(await shell().pickFiles({ purpose: 'scan' }));
  const pickFolder = async () => bring(await shell().pickFiles({ purpose: 'folder' }));
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void bring([...event.dataTransfer.files].map((file) => shell().pathForFile(file)));
  };
  const nodes = tree.data?.nodes ?? [];
  const go = (next: Place, id?: string) => navigate({ screen: 'archive', ...(id && { id }), query: clean(next) });
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- files dropped here can also be chosen by the button Nhập trang
    <div
      className={classes.screen}
      data-file={route.id !== undefined || outAsked || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={drop}
    >
      <div className={treeClasses.tree}>
        {tree.error ? (
          <Problem error={tree.error} retry={() => void tree.refetch()} />
        ) : (
          tree.data && (
            <ArchiveTree
              nodes={nodes}
              place={place}
              loose={loose === '1'}
              onPlace={(next) => go(next)}
              onWaiting={() => navigate({ screen: 'archive', query: { waiting: '1' } })}
              waiting={waiting === '1'}
              onLoose={() => navigate({ screen: 'archive', query: { loose: '1' } })}
              onNew={() => setAdding('fonds')}
            />
          )
        )}
        <QueuePanel />
      </div>
      <div className={filesClasses.files}>
        <AlarmBar />
        {adding === null && (
          <div className={waysClasses.bar}>
            {nodes.length > 0 && (
              <Button variant="default" leftSection={<IconKeyboard size={16} />} onClick={() => setAdding('quick')}>
                {sayWays('quick')}
              </Button>
            )}
            <Button variant="default" leftSection={<IconTable size={16} />} onClick={() => setAdding('sheet')}>
              {sayWays('fromSheet')}
            </Button>
            <Button
              variant="default"
              leftSection={<IconFolder size={16} />}
              disabled={run?.running === true}
              onClick={() => void pickFolder()}
            >
              {sayWays('fromFolder')}
            </Button>
            <Button
              variant="default"
              leftSection={<IconScan size={16} />}
              onClick={() => {
                setPlacing(null);
                setAdding('scan');
              }}
            >
              {sayWays('fromScanner')}
            </Button>
            <Button variant="default" leftSection={<IconFolderSearch size={16} />} onClick={() => setAdding('watch')}>
              {sayWays('watch')}
            </Button>
            <Button variant="default" leftSection={<IconQrcode size={16} />} onClick={() => void printSeparators(place, route.id)}>
              {sayWays('separators')}
            </Button>
            <Button
              variant="default"
              leftSection={<IconHourglass size={16} />}
              onClick={() => navigate({ screen: 'archive', query: { view: 'retention' } })}
            >
              {sayWays('retentionScreen')}
            </Button>
            <Button
              variant="default"
              leftSection={<IconShieldCheck size={16} />}
              onClick={() => navigate({ screen: 'archive', query: { type: 'secrecyApproval' } })}
            >
              {sayWays('approvals')}
            </Button>
            <Checkbox checked={routing} label={sayWays('route')} onChange={(event) => setRouting(event.currentTarget.checked)} />
          </div>
        )}
        {adding === 'sheet' ? (
          <SheetImportPanel fixed={valuesOf(place)} onClose={() => setAdding(null)} />
        ) : adding === 'quick' ? (
          <QuickEntryPanel fonds={place.fonds ?? nodes[0]?.fondsId ?? ''} place={valuesOf(place)} onClose={() => setAdding(null)} />
        ) : adding === 'watch' ? (
          <WatchPanel fileId={route.id ?? null} onClose={() => setAdding(null)} />
        ) : adding === 'scan' ? (
          <ScanPanel
            busy={run?.running === true}
            into={title.data?.record.title ?? sayWays('targetLoose')}
            where={placing ? sayWays(placing.how === 'replace' ? 'inPlaceOf' : 'before', { order: placing.page.order }) : undefined}
            onScan={(scanner, profile, route_) => void scan(scanner, profile, placing ? targetOf(placing) : { ...target, route: route_ })}
            onClose={() => {
              setAdding(null);
              setPlacing(null);
            }}
          />
        ) : adding !== null ? (
          <div className={classes.form}>
            <RecordForm
              type={adding === 'fonds' ? 'archiveFonds' : 'archiveFile'}
              initial={adding === 'fonds' ? {} : { ...newFile(place, nodes[0]?.fondsId) }}
              onSaved={(record) => {
                setAdding(null);
                go(adding === 'fonds' ? { fonds: record.id } : place, adding === 'file' ? record.id : undefined);
              }}
              onCancel={() => setAdding(null)}
            />
          </div>
        ) : waiting === '1' ? (
          <WaitingFiles onOpen={(id) => navigate({ screen: 'archive', id, query: { waiting: '1' } })} />
        ) : loose === '1' ? (
          <LooseDocuments onImport={() => void pick()} busy={run?.running === true} />
        ) : (
          <FileList
            node={nodeOfPlace(nodes, place)}
            place={place}
            selected={route.id}
            canAdd={nodes.length > 0}
            onNew={() => setAdding('file')}
            onOpen={(id, moving) =>
              navigate({ screen: 'archive', id, query: { ...listQuery(route.query), ...clean(place) } }, { replace: moving })
            }
          />
        )}
        {run && (
          <div className={classes.run}>
            <ImportProgress run={run} onStop={stop} onClose={close} />
          </div>
        )}
      </div>
      {outAsked ? (
        <div className={recordClasses.record}>
          <OutSide place={place} />
        </div>
      ) : (
        route.id !== undefined && (
          <div className={recordClasses.record}>
            {editing ? (
              <div className={classes.form}>
                <RecordForm type="archiveFile" id={route.id} onSaved={() => setEditing(false)} onCancel={() => setEditing(false)} />
              </div>
            ) : (
              <FileRecord
                key={route.id}
                id={route.id}
                busy={run?.running === true}
                onImport={() => void pick()}
                onPlace={(wanted) => void bringTo(wanted)}
                onEdit={() => setEditing(true)}
                onClose={() => go(place)}
              />
            )}
          </div>
        )
      )}
      {over && (
        <div className={classes.drop} role="status">
          {say('dropHere', { target: route.id ? say('columnFile') : say('dropLoose') })}
        </div>
      )}
    </div>
  );
}

const clean = (place: Place): Record<string, string> =>
  Object.fromEntries(Object.entries(place).filter((entry): entry is [string, string] => entry[1] !== undefined));

const newFile = (place: Place, firstFonds: string | undefined) => ({
  fonds: firstFonds,
  ...valuesOf(place),
  retention: '01',
  accessMode: '02',
  secrecy: 'THUONG',
  state: 'CHUA_QUET',
});
