/**
 * The papers that are filled from a case or a petition, a file for each or for a family that differs in words only. Those of other
 * checklist lines come as laid-out skeletons under the name of the line (choose.ts).
 */
import type { PaperTemplate } from '../template';
import { baoCaoDeNghiKyLuat } from './bao-cao-de-nghi-ky-luat';
import { reportTemplates } from './bao-cao-ket-qua';
import { ownReportTemplates } from './bao-cao-tu-kiem-tra';
import { biaMucLuc } from './bia-muc-luc';
import { minutesTemplates } from './bien-ban';
import { handoverTemplates } from './bien-ban-ban-giao';
import { bienBanKiemPhieu } from './bien-ban-kiem-phieu';
import { bienBanNguoiToCao } from './bien-ban-nguoi-to-cao';
import { congVan } from './cong-van';
import { deCuong } from './de-cuong';
import { deXuat } from './de-xuat';
import { petitionTemplates } from './don-thu';
import { keHoach } from './ke-hoach';
import { keHoachChiTiet } from './ke-hoach-chi-tiet';
import { lichPhanCong } from './lich-phan-cong';
import { phieuBieuQuyet } from './phieu-bieu-quyet';
import { phieuChuyenDon } from './phieu-chuyen-don';
import { quyetDinhGiaiQuyetKhieuNai } from './quyet-dinh-giai-quyet-khieu-nai';
import { quyetDinhKyLuat } from './quyet-dinh-ky-luat';
import { quyetDinhThanhLapDoan } from './quyet-dinh-thanh-lap-doan';
import { thongBaoKeHoach } from './thong-bao-ke-hoach';
import { thongBaoKetLuan } from './thong-bao-ket-luan';
import { toTrinhKyLuat } from './to-trinh-ky-luat';
import { trichBienBan } from './trich-bien-ban';

export const paperTemplates: readonly PaperTemplate[] = [
  deXuat,
  quyetDinhThanhLapDoan,
  keHoach,
  keHoachChiTiet,
  thongBaoKeHoach,
  deCuong,
  lichPhanCong,
  ...ownReportTemplates,
  ...minutesTemplates,
  bienBanNguoiToCao,
  trichBienBan,
  ...reportTemplates,
  thongBaoKetLuan,
  baoCaoDeNghiKyLuat,
  toTrinhKyLuat,
  phieuBieuQuyet,
  bienBanKiemPhieu,
  quyetDinhKyLuat,
  quyetDinhGiaiQuyetKhieuNai,
  ...handoverTemplates,
  biaMucLuc,
  congVan,
  phieuChuyenDon,
  ...petitionTemplates,
];
