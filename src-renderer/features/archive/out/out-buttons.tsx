import { Button } from '@mantine/core';
import { IconFileExport, IconPackageImport } from '@tabler/icons-react';
import { useRoute } from '../../../app/navigation';
import { type OutAsk, openExport, openPackages } from './out-route';
import { useOutWords } from './out-words';

/** Beside the head of a list of files: what stands in it goes out, packages of others come in. */
export function OutButtons() {
  const say = useOutWords();
  const route = useRoute();
  return (
    <>
      <Button variant="default" leftSection={<IconFileExport size={16} aria-hidden />} onClick={() => openExport(route, 'place')}>
        {say('export')}
      </Button>
      <Button variant="default" leftSection={<IconPackageImport size={16} aria-hidden />} onClick={() => openPackages(route)}>
        {say('packagesIn')}
      </Button>
    </>
  );
}

/** Over the chosen rows of a list: they go out together. */
export function ExportChosen({ kind, ids }: { kind: 'files' | 'documents'; ids: ReadonlySet<string> }) {
  const say = useOutWords();
  const route = useRoute();
  return (
    <Button
      variant="default"
      leftSection={<IconFileExport size={16} aria-hidden />}
      onClick={() => openExport(route, `${kind}:${[...ids].join(',')}`)}
    >
      {say(kind === 'files' ? 'exportFiles' : 'exportDocuments')}
    </Button>
  );
}

/** In a line of actions of one file or document. */
export function ExportLink({ ask }: { ask: OutAsk }) {
  const say = useOutWords();
  const route = useRoute();
  return (
    <button type="button" className="link" onClick={() => openExport(route, ask)}>
      <IconFileExport size={14} aria-hidden /> {say('export')}
    </button>
  );
}
