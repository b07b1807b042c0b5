/**
 * The report in words of a period, from the same figures as the forms, so that the two cannot differ. No template of the reporting regime was
 * found; the order follows the forms (domain-2, 8), and a part without events says so in the standard sentence.
 */
import { factsOfCell, type FormResult } from './evaluate';
import { recordKey } from './fact';
import { leavesOf } from './form';

export interface NarrativeSection {
  readonly title: string;
  /** Sentences; empty where people write themselves. */
  readonly paragraphs: readonly string[];
}

/** Gives a counted form by its id. */
export type ResultOf = (form: string) => FormResult;

const nothing = (what: string): string => `Trong kỳ báo cáo, không phát sinh ${what}.`;
const join = (parts: readonly (string | false | undefined)[]): string => parts.filter(Boolean).join('; ');

export function narrativeOf(resultOf: ResultOf): NarrativeSection[] {
  const cells = new Map<string, number>();
  const at = (form: string, key: string): number => {
    const known = cells.get(`${form} ${key}`);
    if (known !== undefined) return known;
    const result = resultOf(form);
    const column = leavesOf(result.form.columns).findIndex((leaf) => leaf.key === key);
    const row = Math.max(
      0,
      result.rows.findIndex((one) => one.key === 'total'),
    );
    const value = Number(result.figures[row]?.[column] ?? 0) || 0;
    cells.set(`${form} ${key}`, value);
    return value;
  };
  const cases = (form: string): number => new Set(factsOfCell(resultOf(form), 0, 0).map(({ record }) => recordKey(record))).size;
  const counted = (form: string, key: string, what: string): string | false => at(form, key) > 0 && `${at(form, key)} ${what}`;

  const inspection = (
    member: string,
    organisation: string,
    what: string,
    results: readonly (readonly [key: string, label: string])[],
  ): string => {
    const whole = at(member, 'total') + at(organisation, 'total');
    if (whole === 0) return nothing(what);
    const of = results.map(([key, label]) => {
      const sum = at(member, key) + at(organisation, key);
      return sum > 0 && `${sum} ${label}`;
    });
    const who = join([counted(member, 'total', 'đảng viên'), counted(organisation, 'total', 'tổ chức đảng')]);
    const found = join(of);
    return `Đã tiến hành ${cases(member) + cases(organisation)} cuộc ${what} đối với ${who}${found ? `. Kết quả: ${found}` : ', chưa có kết luận'}.`;
  };
  const kt = [
    ['result.good', 'thực hiện tốt'],
    ['result.bad', 'thực hiện chưa tốt'],
    ['result.must', 'phải thi hành kỷ luật'],
    ['result.done', 'đã thi hành kỷ luật'],
  ] as const;
  const dhvp = [
    ['result.breach', 'có vi phạm'],
    ['result.must', 'phải thi hành kỷ luật'],
    ['result.done', 'đã thi hành kỷ luật'],
  ] as const;
  const gs = [
    ['result.good', 'thực hiện tốt'],
    ['result.signs', 'có dấu hiệu vi phạm'],
    ['result.passed', 'chuyển kiểm tra khi có dấu hiệu vi phạm'],
  ] as const;
  const single = (form: string, what: string, results: readonly (readonly [key: string, label: string])[]): string => {
    if (at(form, 'total') === 0) return nothing(what);
    const found = join(results.map(([key, label]) => counted(form, key, label)));
    return `${what.charAt(0).toUpperCase()}${what.slice(1)}: ${at(form, 'total')} tổ chức đảng${found ? `. Kết quả: ${found}` : ''}.`;
  };
  const forms = (form: string): string | false => {
    const found = join([
      counted(form, 'form.KHIEN_TRACH', 'khiển trách'),
      counted(form, 'form.CANH_CAO', 'cảnh cáo'),
      counted(form, 'form.CACH_CHUC', 'cách chức'),
      counted(form, 'form.KHAI_TRU', 'khai trừ'),
      counted(form, 'form.GIAI_TAN', 'giải tán'),
    ]);
    return found && `(${found})`;
  };
  const disciplined = at('B11', 'total') + at('B12', 'total') + at('B13', 'total');
  const complaints = ['B14', 'B15', 'B16'];
  const sum = (ids: readonly string[], key: string): number => ids.reduce((all, id) => all + at(id, key), 0);
  const denounced = sum(['B17', 'B18'], 'total');
  return [
    { title: 'I. Tình hình chung', paragraphs: [] },
    {
      title: 'II. Kết quả kiểm tra, giám sát theo Điều 30 của cấp ủy, chi bộ',
      paragraphs: [inspection('B01', 'B02', 'kiểm tra chấp hành', kt), inspection('B03', 'B04', 'giám sát của cấp ủy, chi bộ', gs)],
    },
    {
      title: 'III. Kết quả kiểm tra, giám sát theo Điều 32 của Ủy ban Kiểm tra',
      paragraphs: [
        inspection('B05', 'B06', 'kiểm tra khi có dấu hiệu vi phạm', dhvp),
        single('B07', 'kiểm tra việc thực hiện nhiệm vụ kiểm tra, giám sát', [
          ['result.good', 'thực hiện tốt'],
          ['result.bad', 'chưa làm tốt'],
        ]),
        single('B08', 'kiểm tra việc thi hành kỷ luật', [
          ['result.good', 'làm tốt'],
          ['result.bad', 'chưa tốt'],
        ]),
        inspection('B09', 'B10', 'giám sát của Ủy ban Kiểm tra', gs),
      ],
    },
    {
      title: 'IV. Tiếp nhận đơn, giải quyết tố cáo, khiếu nại',
      paragraphs: [
        at('B21', 'total') === 0
          ? nothing('đơn, thư')
          : `Tiếp nhận ${at('B21', 'total')} đơn: ${join([counted('B21', 'tc', 'đơn tố cáo, phản ánh, kiến nghị'), at('B21', 'kn.TCD') + at('B21', 'kn.DV') > 0 && `${at('B21', 'kn.TCD') + at('B21', 'kn.DV')} đơn khiếu nại kỷ luật`])}. Đã chuyển ${at('B21', 'handled.CHUYEN')}, hướng dẫn hoặc trả lại ${at('B21', 'handled.HUONG_DAN')}, lưu ${at('B21', 'handled.LUU')} đơn.`,
        denounced === 0
          ? nothing('việc giải quyết tố cáo')
          : `Giải quyết tố cáo đối với ${denounced} đối tượng, đã xong ${sum(['B17', 'B18'], 'result.solved')}: tố đúng và đúng một phần ${sum(['B17', 'B18'], 'result.true')}, tố sai ${sum(['B17', 'B18'], 'result.false')}, chưa có cơ sở kết luận ${sum(['B17', 'B18'], 'result.unproven')}.`,
        sum(complaints, 'total') === 0
          ? nothing('khiếu nại kỷ luật đảng')
          : `Khiếu nại kỷ luật: ${sum(complaints, 'total')} trường hợp, đã giải quyết xong ${sum(complaints, 'result.solved')}; giữ nguyên ${sum(complaints, 'result.upheld')}, thay đổi ${sum(complaints, 'result.changed')}.`,
      ],
    },
    {
      title: 'V. Thi hành kỷ luật',
      paragraphs: [
        disciplined === 0
          ? nothing('kỷ luật đảng')
          : `Thi hành kỷ luật ${join([
              at('B12', 'total') + at('B13', 'total') > 0 &&
                `${at('B12', 'total') + at('B13', 'total')} đảng viên, trong đó cấp ủy và chi bộ ${at('B12', 'total')} ${forms('B12') || ''}, Ủy ban Kiểm tra ${at('B13', 'total')} ${forms('B13') || ''}`
                  .replace(/ +/g, ' ')
                  .trim(),
              at('B11', 'total') > 0 && `${at('B11', 'total')} tổ chức đảng ${forms('B11') || ''}`.trim(),
            ])}.`,
      ],
    },
    {
      title: 'VI. Kiểm tra tài chính đảng',
      paragraphs: [
        at('B19', 'total') + at('B20', 'total') === 0
          ? nothing('kiểm tra tài chính đảng')
          : `Kiểm tra tài chính ${at('B19', 'total')} tổ chức đảng, đảng phí ${at('B20', 'total')} tổ chức đảng; số tiền vi phạm ${(at('B19', 'budget.total') + at('B20', 'dues.total')).toLocaleString('vi-VN')} nghìn đồng.`,
      ],
    },
    {
      title: 'VII. Thực hiện kết luận sau kiểm tra',
      paragraphs: [
        at('NV2', 'total') === 0
          ? nothing('nhiệm vụ đến hạn sau kết luận')
          : `${at('NV2', 'total')} nhiệm vụ đến hạn: đã xong ${at('NV2', 'standing.XONG')} (trễ hạn ${at('NV2', 'standing.TRE_HAN')}), chưa xong ${at('NV2', 'standing.CHUA_XONG')}, không thực hiện ${at('NV2', 'standing.KHONG')}.`,
      ],
    },
    { title: 'VIII. Ưu điểm', paragraphs: [] },
    { title: 'IX. Hạn chế, khuyết điểm và nguyên nhân', paragraphs: [] },
    { title: 'X. Phương hướng, nhiệm vụ kỳ tới', paragraphs: [] },
    { title: 'XI. Kiến nghị, đề xuất', paragraphs: [] },
  ];
}
