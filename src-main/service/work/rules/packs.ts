import type { PackEffect, PackHead } from '#shared/contract/window/rules';
import { AppError } from '#shared/errors/app-error';
import { packChanges } from '#shared/rules/packs/compare';
import { canonical } from '#shared/sync/op';
import { packById, packFor, packsInForce, readRulePack, rulePacks, type RulePack } from '#shared/rules/packs/index';
import type { Book } from '../../book/book';
import type { ListFilter, StoredRecord } from '../../store/record-store';
import { openDeviceKey } from '../../sync/crypto/device-key';
import { readHub } from '../../sync/enrolled-hub';
import { readPackFile, type SignedPack, writePackFile } from './pack-file';

const most = 1000;

/** All packs that hold, the latest first, with how many cases go by each. */
export function packHeads(book: Book, today: string): PackHead[] {
  const own = recordsOf(book, 'committeePack');
  const hub = recordsOf(book, 'rulePack');
  const all = counts(book, false);
  const open = counts(book, true);
  const current = packFor(today).id;
  return packsInForce()
    .map((pack): PackHead => {
      const mine = own.get(pack.id);
      const theirs = hub.get(pack.id);
      return {
        packId: pack.id,
        name: pack.name.vi,
        validFrom: pack.validFrom,
        validTo: pack.validTo,
        origin: mine ? (mine.values.origin === 'NHAP_TEP' ? 'file' : 'own') : theirs ? 'hub' : 'builtIn',
        recordId: (mine ?? theirs)?.id ?? null,
        revision: (mine ?? theirs)?.revision ?? null,
        basis: pack.legalBasis.map(({ symbol }) => symbol),
        openCases: open.get(pack.id) ?? 0,
        allCases: all.get(pack.id) ?? 0,
        current: pack.id === current,
      };
    })
    .reverse();
}

const recordsOf = (book: Book, type: 'committeePack' | 'rulePack'): ReadonlyMap<string, StoredRecord> =>
  new Map(book.records.list({ type, limit: most }).rows.map((row) => [String(row.values.packId), row]));

/** Cases by the pack that they keep; those of before packs were kept go by the pack of their opening day. */
function counts(book: Book, openOnly: boolean): Map<string, number> {
  const rows = book.db
    .prepare<[], { pack: string | null; opened: string | null; count: number }>(
      `SELECT t.rule_pack AS pack, CASE WHEN t.rule_pack IS NULL THEN t.opened_on END AS opened, count(*) AS count
       FROM "case" t JOIN record r ON r.n = t.n WHERE t.removed = 0 ${openOnly ? 'AND r.closed = 0' : ''}${book.access.visible('t.n', 'case')} GROUP BY 1, 2`,
    )
    .all();
  const found = new Map<string, number>();
  for (const { pack, opened, count } of rows) {
    const id = pack ?? packFor(opened ?? '').id;
    found.set(id, (found.get(id) ?? 0) + count);
  }
  return found;
}

/** @throws AppError rules.notAPack */
export function readPack(content: string): RulePack {
  const pack = readRulePack(content);
  if (!pack) throw new AppError('rules.notAPack');
  return pack;
}

/** The text of a pack that holds. @throws AppError record.notFound */
export function packContent(packId: string): string {
  const pack = packById(packId);
  if (!pack) throw new AppError('record.notFound');
  return JSON.stringify(pack);
}

/** What saving a pack would mean. */
export function packEffect(book: Book, pack: RulePack, basedOn: string): PackEffect {
  const open = counts(book, true);
  const base = packById(basedOn);
  const after = book.records.count({
    type: 'case',
    filters: [
      { field: 'openedOn', op: 'from', value: pack.validFrom },
      ...(pack.validTo ? [{ field: 'openedOn', op: 'to' as const, value: pack.validTo }] : []),
    ],
  });
  const problems: string[] = [];
  if (rulePacks.some(({ id }) => id === pack.id)) problems.push('Mã gói trùng với gói có sẵn của chương trình; đặt mã khác.');
  if (pack.validTo !== null && pack.validTo < pack.validFrom) problems.push('Ngày hết hiệu lực trước ngày có hiệu lực.');
  for (const { type, steps } of pack.caseTypes) if (steps.length === 0) problems.push(`Loại ${type} chưa có bước nào.`);
  return {
    keep: [...open].map(([packId, openCases]) => ({ packId, openCases })).sort((a, b) => b.openCases - a.openCases),
    after,
    underThis: counts(book, false).get(pack.id) ?? 0,
    affects: base ? affectedBy(book, base, pack) : [],
    changes: base ? packChanges(base, pack) : [],
    problems,
  };
}

/** Records of this book that the rules which differ speak about, as sentences in Vietnamese. */
function affectedBy(book: Book, base: RulePack, pack: RulePack): string[] {
  const differ = (part: (one: RulePack) => unknown): boolean => canonical(part(base) ?? null) !== canonical(part(pack) ?? null);
  const since = (type: 'petition' | 'disciplinaryDecision', field: string, ...filters: ListFilter[]): number =>
    book.records.count({ type, filters: [{ field, op: 'from', value: pack.validFrom }, ...filters] });
  const found: string[] = [];
  if (differ(({ petitionRules }) => petitionRules))
    found.push(
      `${since('petition', 'receivedOn', { field: 'classification', op: 'empty' })} đơn nhận từ ngày hiệu lực chưa phân loại sẽ được đề xuất theo quy tắc này; đơn đã phân loại giữ nguyên.`,
    );
  if (differ(({ discipline }) => [discipline?.votes, discipline?.cumulate]))
    found.push(`${since('disciplinaryDecision', 'signedOn')} quyết định kỷ luật ký từ ngày hiệu lực được soát theo tỷ lệ phiếu này.`);
  if (differ(({ discipline }) => [discipline?.limitations, discipline?.endsAfterMonths]))
    found.push(
      `${since('disciplinaryDecision', 'signedOn')} quyết định kỷ luật ký từ ngày hiệu lực được tính lại thời hiệu, ngày chấm dứt khi mở.`,
    );
  if (differ(({ retention }) => retention)) found.push('Hồ sơ đã lập giữ thời hạn bảo quản đã ghi; hồ sơ lập sau dùng thời hạn này.');
  if (differ(({ numberFormats }) => numberFormats)) found.push('Số đã cấp giữ nguyên; số cấp sau ghi theo cách này.');
  if (differ(({ statistics }) => statistics)) found.push('Danh sách biểu đổi từ kỳ báo cáo sau; kỳ đã chốt giữ nguyên.');
  return found;
}

export interface OwnPack {
  readonly id?: string | undefined;
  readonly expectedRevision?: number | undefined;
  readonly content: string;
  readonly basedOn: string;
  readonly decidedBy: string;
  readonly remark: string;
}

/** Keeps a pack of the committee. @throws AppError rules.notAPack, rules.builtInPack, record.changedMeanwhile */
export function savePack(
  book: Book,
  { id, expectedRevision, content, basedOn, decidedBy, remark }: OwnPack,
): { id: string; packId: string } {
  const pack = readPack(content);
  if (rulePacks.some((one) => one.id === pack.id)) throw new AppError('rules.builtInPack', { id: pack.id });
  return keep(book, pack, content, { origin: 'TU_SUA', basedOn, decidedBy, remark }, id, expectedRevision);
}

function keep(
  book: Book,
  pack: RulePack,
  content: string,
  values: Record<string, unknown>,
  id?: string,
  expectedRevision?: number,
): { id: string; packId: string } {
  const [saved] = book.records.save([
    {
      type: 'committeePack',
      ...(id === undefined ? {} : { id }),
      ...(expectedRevision === undefined ? {} : { expectedRevision }),
      values: { packId: pack.id, name: pack.name.vi, validFrom: pack.validFrom, validTo: pack.validTo, content, ...values },
    },
  ]);
  if (!saved) throw new Error('a save of one change gives one record');
  return { id: saved.id, packId: pack.id };
}

/** Writes a pack that holds as a file signed by this workstation. */
export async function exportPack(book: Book, packId: string, path: string): Promise<{ key: string }> {
  const key = openDeviceKey(book.syncState);
  await writePackFile(path, readPack(packContent(packId)), { publicKey: key.publicKey, sign: (data) => key.sign(data) });
  return { key: key.publicKey };
}

/** Whose key signed: the hub that this workstation is enrolled with, its own, or one that nobody here knows. */
export function signerOf(book: Book, { key }: SignedPack): 'hub' | 'own' | 'unknown' {
  if (key === readHub(book.syncState)?.publicKey) return 'hub';
  return key === openDeviceKey(book.syncState).publicKey ? 'own' : 'unknown';
}

/**
 * Takes over a signed file.
 * @throws AppError rules.notSigned, rules.notAPack, rules.builtInPack; rules.unknownSigner until a person confirmed an unknown key
 */
export async function importPack(book: Book, path: string, confirmedKey: string | undefined): Promise<{ id: string; packId: string }> {
  const file = await readPackFile(path);
  if (signerOf(book, file) === 'unknown' && confirmedKey !== file.key)
    throw new AppError('rules.unknownSigner', { key: file.key.slice(0, 8) });
  if (rulePacks.some(({ id }) => id === file.pack.id)) throw new AppError('rules.builtInPack', { id: file.pack.id });
  const there = recordsOf(book, 'committeePack').get(file.pack.id);
  return keep(book, file.pack, file.content, { origin: 'NHAP_TEP', signer: file.key }, there?.id);
}
