/**
 * What the benchmark of the sync sends: new cases of about 1.1 kB of JSON in 20 fields, as the sample commune writes them, with the
 * free text that inspectors add; changes of one field; scanned pages of 300 kB.
 */
import { createHash } from 'node:crypto';
import { sampleCommune } from '#shared/sample/index';
import type { RecordChange } from '#service/store/record-store';
import { randomFrom } from '../scratch-book';

/** Fields that every case of the sample has and that name no other record. */
const taken = [
  'code',
  'type',
  'name',
  'state',
  'inspectingBody',
  'detectionSource',
  'programme',
  'term',
  'secrecy',
  'rulePack',
  'periodFrom',
  'periodTo',
  'openedOn',
  'decisionNumber',
  'decisionOn',
  'planNumber',
  'dueOn',
  'leader',
] as const;
/** Written anew, with as much text as real ones have. */
const written = ['content', 'outcomeText'] as const;
export const fieldsOfCase = taken.length + written.length;
const jsonBytes = 1113;
const firstState = 'THAM_TRA_XAC_MINH';
export const otherState = 'KET_LUAN';

/** Syllables of inspection papers, drawn at random: harder to compress than sentences are. */
const syllables =
  'kiểm tra giám sát chấp hành quy định nghị quyết đảng viên chi bộ tổ chức cơ sở vi phạm khuyết điểm trách nhiệm lãnh đạo thực hiện kế hoạch xác minh báo cáo kết luận đề nghị xem xét thi hành kỷ luật cảnh cáo khiển quản lý tài chính ngân sách đất đai xây dựng dân thu chi chứng từ biên bản làm việc ngày tháng năm số tiền đồng nộp lại khắc phục hậu quả đoàn thành phần nội dung thời hạn gia hạn tự phê bình sinh hoạt tập trung dân chủ nhiệm kỳ cấp ủy xã ấp thôn hộ gia đình đơn thư tố cáo khiếu nại'.split(
    ' ',
  );

const random = randomFrom(11);
const words = (count: number): string => Array.from({ length: count }, () => syllables[Math.floor(random() * syllables.length)]).join(' ');

/** New cases of the sample commune, each of 20 fields. */
export function newCases(count: number): RecordChange[] {
  const changes: RecordChange[] = [];
  for (const batch of sampleCommune({ seed: 7, today: '2026-11-20', size: 0.1, cases: count })) {
    for (const { type, values } of batch) {
      if (type !== 'case') continue;
      const kept = Object.fromEntries(taken.map((name) => [name, values[name] ?? null]));
      const own = { ...kept, state: firstState, secrecy: 'THUONG' };
      const missing = jsonBytes - Buffer.byteLength(JSON.stringify({ ...own, content: '', outcomeText: '' }));
      changes.push({ type, values: { ...own, content: text(Math.round(missing * 0.65)), outcomeText: text(Math.round(missing * 0.35)) } });
    }
  }
  return changes.slice(0, count);
}

/** So many bytes of text, to the nearest syllable, give or take a third. */
function text(bytes: number): string {
  const wanted = bytes * (0.67 + random() * 0.66);
  let result = words(1);
  while (Buffer.byteLength(result) < wanted) result += ` ${words(1)}`;
  return result;
}

/** What updates set, in turn. */
export const states = [otherState, firstState] as const;

/** A page image of that size: as little compressible as JPEG is, the same for the same number. */
export function pageImage(n: number, bytes: number): Buffer {
  const image = Buffer.allocUnsafe(bytes);
  for (let at = 0, block = createHash('sha256').update(`page ${n}`).digest(); at < bytes; at += 32) {
    block = createHash('sha256').update(block).digest();
    block.copy(image, at, 0, Math.min(32, bytes - at));
  }
  return image;
}
