import { items, minutesHead, minutesFoot } from './parts';
import { heading, say, type PaperTemplate } from '../template';

/** Minutes of the procedure: same head and foot, each with its own matter. */
export const minutesTemplates: readonly PaperTemplate[] = (
  [
    [
      'bien-ban-trien-khai',
      'Biên bản triển khai quyết định, kế hoạch',
      'triển khai Quyết định, Kế hoạch {viec}',
      'triển khai Quyết định số {so_quyet_dinh} và Kế hoạch số {so_ke_hoach}',
      [['trien khai']],
    ],
    ['bien-ban-lam-viec', 'Biên bản làm việc', 'làm việc với {doi_tuong}', 'làm việc về các nội dung {viec}', [['lam viec']]],
    [
      'bien-ban-xac-minh',
      'Biên bản thẩm tra, xác minh',
      'thẩm tra, xác minh phục vụ {viec}',
      'thẩm tra, xác minh các nội dung {viec}',
      [['tham tra'], ['xac minh'], ['doi chieu']],
    ],
    [
      'bien-ban-hoi-nghi',
      'Biên bản hội nghị tổ chức đảng',
      'hội nghị {don_vi_quan_ly} về {viec}',
      'hội nghị góp ý dự thảo báo cáo kết quả {viec}',
      [['hoi nghi'], ['thong qua du thao']],
    ],
    ['bien-ban-hop-doan', 'Biên bản họp Đoàn', 'họp Đoàn {viec}', 'họp Đoàn thống nhất kết quả {viec}', [['hop doan']]],
    [
      'bien-ban-hop-ubkt',
      'Biên bản họp Ủy ban Kiểm tra',
      'họp Ủy ban Kiểm tra xem xét, kết luận {viec}',
      'họp Ủy ban Kiểm tra nghe Đoàn báo cáo, thảo luận và kết luận {viec}',
      [['hop ubkt'], ['hop uy ban'], ['hop']],
    ],
    [
      'bien-ban-cong-bo',
      'Biên bản công bố kết luận, quyết định',
      'công bố Thông báo kết luận (Quyết định) về {viec}',
      'công bố Thông báo kết luận (Quyết định) về {viec}',
      [['cong bo'], ['thong bao quyet dinh'], ['trien khai', 'thong bao ket luan'], ['trien khai', 'quyet dinh ky luat']],
    ],
    [
      'bien-ban-quy-trinh-ky-luat',
      'Biên bản triển khai quy trình thi hành kỷ luật',
      'triển khai quy trình xem xét, thi hành kỷ luật đối với {doi_tuong}',
      'triển khai quy trình xem xét, thi hành kỷ luật đối với {doi_tuong}',
      [['trien khai quy trinh']],
    ],
    [
      'bien-ban-rut-kinh-nghiem',
      'Biên bản họp rút kinh nghiệm',
      'họp rút kinh nghiệm Đoàn {viec}',
      'họp rút kinh nghiệm và bàn giao, lập hồ sơ {viec}',
      [['rut kinh nghiem']],
    ],
  ] as const
).map(
  ([id, name, subject, work, serves]): PaperTemplate => ({
    id,
    name,
    documentType: 'BB',
    title: 'BIÊN BẢN',
    subject,
    kind: 'minutes',
    lines: [
      ...minutesHead('………………………').map((line) => ({ ...line, text: line.text.replace('{viec_lap_bien_ban}', work) })),
      heading('II. Nội dung'),
      ...items,
      say('…………………………………………………………………………'),
      heading('III. Ý kiến và kết luận'),
      say('…………………………………………………………………………'),
      ...minutesFoot,
    ],
    serves,
  }),
);
