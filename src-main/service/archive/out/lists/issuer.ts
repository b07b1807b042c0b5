/** Who makes a list, for its head. */
import type { SheetHead } from '#shared/sheets/sheet';
import type { Committee } from '../../../book/book';

export interface Issuer {
  readonly committee: Pick<Committee, 'name' | 'partyCommittee'>;
  readonly today: Date;
}

/** 'Ủy ban Kiểm tra Đảng ủy xã Tân Hòa' below 'Đảng ủy xã Tân Hòa' is printed as 'ỦY BAN KIỂM TRA'. */
export function headOf({ committee, today }: Issuer): SheetHead {
  const { name, partyCommittee } = committee;
  const issuer = name.endsWith(partyCommittee) ? name.slice(0, -partyCommittee.length).trim() : name;
  const place = partyCommittee.replace(/^Đảng (?:ủy|uỷ|bộ)\s+(?:xã|phường|đặc khu)\s+/iu, '');
  const two = (part: number) => String(part).padStart(2, '0');
  return {
    upper: partyCommittee,
    issuer: issuer || name,
    placeAndDate: `${place}, ngày ${two(today.getDate())} tháng ${two(today.getMonth() + 1)} năm ${today.getFullYear()}`,
  };
}
