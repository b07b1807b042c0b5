import { type PaperTemplate } from '../template';

/** Mục lục hồ sơ. */
export const biaMucLuc: PaperTemplate = {
  id: 'bia-muc-luc',
  name: 'Mục lục hồ sơ',
  documentType: 'ML',
  title: 'MỤC LỤC HỒ SƠ',
  subject: '{ma_ho_so}: {ten_vu_viec}',
  kind: 'index',
  lines: [],
  signer: ['NGƯỜI LẬP MỤC LỤC'],
  serves: [['muc luc']],
};
