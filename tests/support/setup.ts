import type { BookSetup } from '#service/book/book';

export const committee = {
  name: 'Ủy ban Kiểm tra Đảng ủy xã Tân Hòa',
  partyCommittee: 'Đảng ủy xã Tân Hòa',
  province: 'Tỉnh Quảng Hòa',
  symbol: 'UBKTĐU',
  term: '2025-2030',
  profile: 'connected',
} as const;
export const passphrase = 'một câu chỉ dùng để thử';
export const setup: BookSetup = { committee, user: { name: 'Nguyễn Thị Thử', title: 'Ủy viên' }, passphrase };
