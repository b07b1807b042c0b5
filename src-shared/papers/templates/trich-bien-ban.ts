import { items } from './parts';
import { each, heading, say, type PaperTemplate } from '../template';

/** Trích biên bản hội nghị: what goes into the file of a meeting that had other matters too. */
export const trichBienBan: PaperTemplate = {
  id: 'trich-bien-ban',
  name: 'Trích biên bản hội nghị',
  documentType: 'BB',
  title: 'TRÍCH BIÊN BẢN',
  subject: 'hội nghị xem xét kết quả {viec} đối với {doi_tuong}',
  kind: 'minutes',
  lines: [
    say('Hội nghị ngày ……………, tại ………………………; tổng số …… đồng chí, có mặt …… đồng chí, vắng …… (lý do ………).'),
    say('Chủ trì: ………………………………; người ghi: ………………………………'),
    heading('I. Nội dung được trích'),
    ...items,
    heading('II. Ý kiến thảo luận'),
    say('…………………………………………………………………………'),
    heading('III. Kết luận, kết quả biểu quyết (nếu có)'),
    ...each('phieu', say('- {hinh_thuc}: {so_phieu} phiếu.')),
    say('{ket_luan_chung}'),
  ],
  serves: [['trich bien ban']],
};
