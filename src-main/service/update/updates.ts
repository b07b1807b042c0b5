/** Updates of this machine: what was taken from a stick or handed down by the hub, and what became of it. */
import type { UpdateState } from '#shared/contract/window/update';
import { AppError } from '#shared/errors/app-error';
import { readNote } from '#shared/node/update-note';
import { isHigher } from '#shared/update/manifest';
import { appVersion } from '../app-version';
import { updatePlace } from './judge-update';
import { layOut } from './lay-out';
import { type UpdateSource, withUpdateFile } from './update-source';

export interface Updates {
  state(): UpdateState;
  /** Lays out the update in a file of a stick or disk. @throws AppError update.refused, update.busy, store.diskFull, store.io */
  take(file: string): Promise<UpdateState>;
  /** Whether an update of this version is worth bringing: newer, not laid out, and not one that was put back or refused. */
  wants(version: string): boolean;
  /** Lays out what the hub hands down as far as `go` lets it; what is refused is told by the state. @throws AppError of the source */
  bring(version: string, source: UpdateSource, go: () => boolean): Promise<void>;
}

export function createUpdates(dataDir: string): Updates {
  let coming: UpdateState['coming'] = null;
  let refused: UpdateState['refused'] = null;
  const lay = async (source: UpdateSource, go: () => boolean): Promise<void> => {
    if (coming) throw new AppError('update.busy');
    coming = { from: source.from, done: 0, bytes: 0 };
    try {
      await layOut(source, dataDir, updatePlace(dataDir), (done, bytes) => {
        coming = { from: source.from, done, bytes };
        return go();
      });
    } finally {
      coming = null;
    }
  };
  const state = (): UpdateState => {
    const note = readNote(dataDir);
    // 'installing' while this version runs: the guard was cut off before it had done anything.
    const isReady = (note?.state === 'ready' || note?.state === 'installing') && isHigher(note.version, appVersion);
    return {
      version: appVersion,
      ready: isReady ? { version: note.version, madeAt: note.madeAt, notes: note.notes, from: note.from, failed: note.failed > 0 } : null,
      coming,
      refused,
      putBack: note?.state === 'back' ? { version: note.version } : null,
    };
  };
  return {
    state,
    take: async (file) => {
      await withUpdateFile(file, (source) => lay(source, () => true));
      return state();
    },
    wants: (version) => {
      const note = readNote(dataDir);
      const isKnown = note?.version === version && note.state !== 'good';
      return !coming && refused?.version !== version && !isKnown && isHigher(version, appVersion);
    },
    bring: async (version, source, go) => {
      try {
        await lay(source, go);
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'update.refused') throw error;
        refused = { version, why: String(error.details['why']) };
      }
    },
  };
}
