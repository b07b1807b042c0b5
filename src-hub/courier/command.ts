/**
 * `hub courier DIR [--size MB] [--json]`: reads what workstations wrote onto a stick and writes the answers. It may run while the hub
 * serves. Exit codes: 0 done, 1 the stick ended it early, 2 wrong usage, 3 something on the stick was damaged or refused.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openBlobs, openObjects } from '../blobs/open-blobs';
import { databaseUploads } from '../blobs/uploads';
import { type HubOptions, usualReserveBytes } from '../config';
import type { Database } from '../database/database';
import { enrol } from '../enrol/enrol';
import { openHubDatabase } from '../hub';
import { keysFileOf, openHubKeys } from '../keys/hub-keys';
import { tlsAuthorityOf } from '../keys/tls-authority';
import { spaceGuard } from '../limits/space';
import { openCore } from '../log/open-core';
import { openCourier } from './open-courier';
import type { ReadPart } from './read-stick';
import { serveStick, type StickVisit } from './serve-stick';
import { visitTable } from './visit-table';

const usage = 'hub courier DIR [--size MB] [--json]';
/** FAT32 holds no file of 4 GiB. */
const sizeBounds = { least: 1, most: 4092, usual: 1024 } as const;

export interface CourierRun {
  readonly dir: string;
  readonly partBytes?: number;
  onPart?(part: ReadPart): void;
}

/** One visit of a stick, on a database that is open. */
export async function runCourier(database: Database, options: HubOptions, run: CourierRun): Promise<StickVisit> {
  const keys = await openHubKeys(options.keysFile ?? keysFileOf(options.dir));
  const core = openCore({ database, keys, ...options });
  const blobs = openBlobs(openObjects(options), databaseUploads(database, keys.storage), keys.storage);
  const checkSpace = spaceGuard(options.dir, options.reserveBytes ?? usualReserveBytes);
  const hub = openCourier({ core, database, blobs, keys, checkSpace });
  const { name, standalone } = options;
  const tlsAuthority = tlsAuthorityOf(options, keys);
  return serveStick(run.dir, {
    hub,
    ageIdentity: keys.ageIdentity,
    partBytes: run.partBytes ?? sizeBounds.usual * 1024 * 1024,
    enrol: async (request) => {
      const answer = await enrol(database, keys, { name, recipient: keys.ageRecipient, tlsAuthority, standalone }, request, 2);
      if (request.recipient) await hub.notes.meet(answer.certificate.committee, request.device, request.recipient);
      return answer;
    },
    ...(run.onPart && { onPart: run.onPart }),
  });
}

/** @returns the exit code */
export async function courierCommand(args: readonly string[], options: HubOptions): Promise<number> {
  const parsed = readWords(args);
  if (!parsed) {
    process.stderr.write(`${usage}\n`);
    return 2;
  }
  const opened = await openHubDatabase(options);
  try {
    const visit = await runCourier(opened.database, options, {
      dir: path.resolve(parsed.dir),
      partBytes: parsed.megabytes * 1024 * 1024,
      ...(parsed.json ? {} : { onPart: ({ file, outcome }: ReadPart) => void process.stderr.write(`${file}: ${outcome}\n`) }),
    });
    process.stdout.write(parsed.json ? `${JSON.stringify(visit)}\n` : visitTable(visit));
    if (visit.problem) return 1;
    const bad = visit.bundles.some(({ outcome }) => outcome === 'damaged' || outcome === 'refused');
    return bad || visit.requests.some(({ outcome }) => outcome === 'refused') ? 3 : 0;
  } finally {
    await opened.close();
  }
}

function readWords(args: readonly string[]): { dir: string; json: boolean; megabytes: number } | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false }, size: { type: 'string', default: String(sizeBounds.usual) } },
    });
    const [dir, ...more] = positionals;
    const megabytes = Number(values.size);
    const fine = Number.isInteger(megabytes) && megabytes >= sizeBounds.least && megabytes <= sizeBounds.most;
    return dir !== undefined && more.length === 0 && fine ? { dir, json: values.json, megabytes } : undefined;
  } catch {
    return undefined;
  }
}
