import { each, plain, type PaperTemplate } from '../template';

/** Phiếu biểu quyết kỷ luật. */
export const phieuBieuQuyet: PaperTemplate = {
  id: 'phieu-bieu-quyet',
  name: 'Phiếu biểu quyết kỷ luật',
  documentType: 'PBQ',
  title: 'PHIẾU BIỂU QUYẾT',
  subject: 'thi hành kỷ luật đối với {doi_tuong}',
  kind: 'ballot',
  lines: [
    plain('Đồng chí đồng ý hình thức nào thì đánh dấu X vào một ô của hình thức đó:'),
    ...each('hinh_thuc_bieu_quyet', plain('☐  {ten}')),
    plain('☐  Không kỷ luật'),
    plain('Phiếu không ghi tên, không ký tên. Phiếu đánh dấu từ hai ô trở lên hoặc không đánh dấu là không hợp lệ.'),
  ],
  serves: [['phieu bieu quyet']],
};
