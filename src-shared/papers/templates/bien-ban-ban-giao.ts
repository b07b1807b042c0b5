import { each, heading, say, type PaperTemplate } from '../template';

const handover = (
  id: string,
  name: string,
  title: string,
  subject: string,
  documentType: string,
  serves: PaperTemplate['serves'],
): PaperTemplate => ({
  id,
  name,
  documentType,
  title,
  subject,
  kind: 'handover',
  lines: [
    say('Hôm nay, {ngay}, tại ………………………, hai bên giao, nhận tài liệu của vụ việc {ma_ho_so}: {ten_vu_viec}.'),
    heading('I. Bên giao'),
    say('Đồng chí ………………………………, chức vụ ………………………………'),
    heading('II. Bên nhận'),
    say('Đồng chí ………………………………, chức vụ ………………………………'),
    heading('III. Tài liệu'),
    ...each('tai_lieu', say('{stt}. {ten} {so_ngay}; số tờ ……; tình trạng ………')),
    say('Tổng số: {so_tai_lieu} văn bản theo mục lục, lập thành hai bản, mỗi bên giữ một bản.'),
  ],
  serves,
});

/** Giao nhận: slip for material handed over during the procedure, minutes for the file that goes to the archive. */
export const handoverTemplates: readonly PaperTemplate[] = [
  handover('phieu-giao-nhan', 'Phiếu giao nhận tài liệu', 'PHIẾU GIAO NHẬN', 'tài liệu phục vụ {viec}', 'PGN', [['giao nhan']]),
  handover('bien-ban-ban-giao', 'Biên bản bàn giao hồ sơ lưu trữ', 'BIÊN BẢN', 'bàn giao hồ sơ {viec} vào lưu trữ', 'BB', [
    ['ban giao'],
    ['giao nhan ho so'],
  ]),
];
