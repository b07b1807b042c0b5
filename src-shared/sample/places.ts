/** The fictional commune. No name is that of a real unit. */
export const province = 'Quảng Hòa';
export const district = 'Tân Khánh';
export const commune = 'Tân Thượng';
export const committeeName = `Ủy ban Kiểm tra Đảng ủy xã ${commune}`;
export const symbolOrgan = 'UBKTĐU';
export const term = '2025–2030';

/** The communes that became the present one on 1/7/2025. */
export const formerCommunes = [
  { name: 'Tân Thượng', prefix: 'TT', since: '1994-05-10', hamlets: ['Hòa Đông', 'Hòa Tây', 'Rạch Dừa'] },
  { name: 'Mỹ Đức Đông', prefix: 'MD', since: '1989-09-02', hamlets: ['Mỹ Thạnh', 'Mỹ Lợi', 'Đức Hiệp'] },
  { name: 'Bình Yên', prefix: 'BY', since: '1996-11-20', hamlets: ['Bình Phú', 'Bình Hưng', 'Kênh Ba'] },
] as const;

export const merger = {
  lastDay: '2025-06-30',
  firstDay: '2025-07-01',
  document: 'Quyết định 36-QĐ/TU ngày 20/6/2025',
} as const;

/** Party bases that are not hamlets: name of the cell, place in words, kind of unit. */
export const unitCells = [
  ['Chi bộ Trường THCS Tân Thượng', 'Trường THCS', 'TRUONG_HOC'],
  ['Chi bộ Trường Tiểu học Tân Thượng', 'Trường Tiểu học Tân Thượng', 'TRUONG_HOC'],
  ['Chi bộ Trường Tiểu học Bình Yên', 'Trường Tiểu học Bình Yên', 'TRUONG_HOC'],
  ['Chi bộ Trường Mầm non Hoa Sen', 'Trường Mầm non', 'TRUONG_HOC'],
  ['Chi bộ Trạm Y tế', 'Trạm Y tế', 'TRAM_Y_TE'],
  ['Chi bộ Công an xã', 'Công an xã', 'CONG_AN'],
  ['Chi bộ Quân sự xã', 'Ban Chỉ huy Quân sự xã', 'QUAN_SU'],
  ['Chi bộ HTX Nông nghiệp Mỹ Đức', 'Hợp tác xã Mỹ Đức', 'HOP_TAC_XA'],
  ['Chi bộ Công ty Thủy sản Tân Hòa Phát', 'Công ty Thủy sản', 'DOANH_NGHIEP'],
] as const;

/** Grassroots organisations with cells of their own. */
export const bases = [
  {
    name: 'Đảng bộ Ủy ban nhân dân xã',
    form: 'UBND',
    cells: [
      'Chi bộ Văn phòng HĐND và UBND',
      'Chi bộ Phòng Kinh tế',
      'Chi bộ Phòng Văn hóa – Xã hội',
      'Chi bộ Trung tâm Phục vụ hành chính công',
    ],
  },
  {
    name: 'Đảng bộ các cơ quan đảng xã',
    form: 'CO_QUAN_DANG',
    cells: ['Chi bộ Văn phòng Đảng ủy', 'Chi bộ Ban Xây dựng Đảng', 'Chi bộ Mặt trận và đoàn thể'],
  },
] as const;
