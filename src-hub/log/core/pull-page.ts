import { codecs, noHash } from '#shared/sync/batch';
import { type LogPlace, logBeginning, writeCursor } from '#shared/sync/cursor';
import type { DeviceCertificate } from '#shared/sync/certificate';
import { limits } from '#shared/sync/limits';
import { encodeLogPage } from '#shared/sync/log-page';
import { HubFailure } from '../../failure';
import type { HubCore } from './hub-core';
import type { LogRow, ScopeReader } from './hub-store';

export interface PullQuery {
  readonly committee: string;
  /** The asking workstation and its present incarnation: what that wrote itself is passed over without being read. */
  readonly device: string;
  readonly mine: string;
  /** '' for the beginning. */
  readonly cursor: string;
  /** Version that both sides speak. */
  readonly protocol: number;
}

/** Rows looked at for one page. */
const rowsPerPage = 500;

/**
 * The next page of a committee's log (protocol, section 5).
 * @throws HubFailure unknown-cursor when this log does not hold that position with that hash (the hub was restored)
 */
export async function pullPage(core: HubCore, query: PullQuery): Promise<Uint8Array> {
  const found = await core.store.read(query.committee, (scope) => collect(scope, query));
  const { head, page, last, more, bodies } = found;
  const header = {
    cursor: writeCursor(last),
    more,
    ...(query.protocol >= 2
      ? {
          head: { position: head.position, hash: head.logHash, fingerprint: head.fingerprint },
          mine: found.mine,
          durable: core.durable === 'commit' ? head.position : head.durable,
        }
      : {}),
    devices: await certificates(core, query.committee, page),
    batches: page.map((row) => ({ length: row.size, position: row.position, refused: row.refused.map((refusal) => refusal.seq) })),
  };
  return encodeLogPage(header, bodies, core.tools);
}

async function collect(scope: ScopeReader, { device, mine, cursor, protocol }: PullQuery) {
  const head = await scope.head();
  let last = await placeOf(scope, cursor);
  const rows = await scope.entriesAfter(last.position, rowsPerPage + 1);
  const page: LogRow[] = [];
  let size = 0;
  let unreadable = false;
  for (const row of rows.slice(0, rowsPerPage)) {
    const own = row.device === device && row.incarnation === mine;
    // Version 1 cannot unpack zstd: it gets all before that and, once it is upgraded, goes on from there.
    unreadable = !own && protocol < 2 && row.codec === codecs.zstd;
    if (unreadable || (!own && page.length > 0 && size + row.size > limits.pageBytes)) break;
    last = { position: row.position, hash: row.logHash };
    if (own) continue;
    page.push(row);
    size += row.size;
  }
  const more = !unreadable && rows.some((row) => row.position > last.position);
  const [mark] = await scope.marks([mine]);
  return { head, page, last, more, mine: mark?.lastHash ?? noHash, bodies: await scope.bytesAt(page.map((row) => row.position)) };
}

async function placeOf(scope: ScopeReader, cursor: string): Promise<LogPlace> {
  if (cursor === '') return logBeginning;
  const [, digits, hash] = /^(\d{1,15})\.([0-9a-f]{64})$/.exec(cursor) ?? [];
  const position = Number(digits);
  if (!hash || (await scope.logHashAt(position)) !== hash) throw new HubFailure(410, 'unknown-cursor');
  return { position, hash };
}

async function certificates(core: HubCore, committee: string, page: readonly LogRow[]): Promise<Record<string, DeviceCertificate>> {
  const devices = [...new Set(page.map((row) => row.device))];
  const known = await core.store.certificates(devices.filter((device) => device !== core.hub.device));
  return devices.includes(core.hub.device) ? { ...known, [core.hub.device]: core.certificateFor(committee) } : { ...known };
}
