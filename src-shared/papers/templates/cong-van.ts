import { standing } from './parts';
import { centre, say, type PaperTemplate } from '../template';

/** Công văn. */
export const congVan: PaperTemplate = {
  id: 'cong-van',
  name: 'Công văn',
  documentType: 'CV',
  title: '',
  subject: 'về việc {viec}',
  kind: 'paper',
  lines: [
    centre('Kính gửi: {doi_tuong}'),
    say('Ủy ban Kiểm tra đề nghị {doi_tuong} ………………………………………'),
    say('Văn bản trả lời gửi về Ủy ban Kiểm tra trước ngày ……………'),
  ],
  signer: standing,
  recipients: ['Như trên,', 'Lưu Ủy ban Kiểm tra.'],
  serves: [['van ban trao doi']],
};
