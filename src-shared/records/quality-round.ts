import { code, dateTime, integer, longText, ref, text } from './field';
import { label } from './label';
import { defineRecordType } from './record-type';

/** '-' stands for files whose term or box nobody wrote down. */
const named = (text: string | null | undefined): string => (text && text !== '-' ? text : '');

/**
 * Đợt kiểm tra chất lượng: a random share of verified documents of one place of the archive, looked at once more (V2, V3 of the quality
 * control of digitisation, domain 5.7). Seed and share are recorded, so that the draw can be repeated and checked.
 */
export const qualityRound = defineRecordType({
  name: 'qualityRound',
  label: label('Đợt kiểm tra chất lượng', 'Quality round'),
  register: label('Kiểm tra chất lượng số hóa', 'Quality rounds'),
  standsAlone: false,
  sort: { field: 'drawnAt', direction: 'desc' },
  groups: { round: label('Đợt kiểm tra', 'Round') },
  title: (v, titleOf) =>
    [v.level, v.fonds ? titleOf(v.fonds) : undefined, named(v.term), named(v.box) && `hộp ${v.box}`, v.file ? titleOf(v.file) : undefined]
      .filter(Boolean)
      .join(' · '),
  fields: {
    level: code(label('Lần', 'Level'), 'qualityLevel', { required: true, column: { width: 80 } }),
    fonds: ref(label('Phông', 'Fonds'), ['archiveFonds'], { column: { width: 220 } }),
    term: text(label('Nhiệm kỳ', 'Term'), { max: 20 }),
    box: text(label('Hộp số', 'Box'), { max: 50 }),
    file: ref(label('Hồ sơ', 'File'), ['archiveFile']),
    percent: integer(label('Tỷ lệ rút mẫu (%)', 'Share (%)'), { required: true, min: 1, max: 100 }),
    acceptedPermille: integer(label('Tỷ lệ lỗi chấp nhận (‰)', 'Accepted errors (‰)'), { required: true, max: 1000 }),
    seed: text(label('Số gieo', 'Seed'), { required: true, max: 64 }),
    population: integer(label('Số văn bản trong đợt', 'Documents in the batch'), { required: true }),
    drawn: integer(label('Số văn bản rút', 'Documents drawn'), { required: true }),
    drawnAt: dateTime(label('Rút lúc', 'Drawn at'), { required: true }),
    drawnBy: ref(label('Người rút', 'Drawn by'), ['bookUser']),
    state: code(label('Kết quả', 'State'), 'qualityState', { required: true, column: { width: 120 } }),
    closedAt: dateTime(label('Kết thúc lúc', 'Closed at')),
    closedBy: ref(label('Người kết thúc', 'Closed by'), ['bookUser']),
    remark: longText(label('Ghi chú', 'Remark'), { max: 2000 }),
  },
});
