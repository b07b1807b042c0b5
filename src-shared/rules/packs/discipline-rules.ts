import type { PackDiscipline, PackForm, PackLimitation, PackVote } from './rule-pack';

const forms = (source: string): readonly PackForm[] => [
  ...['KHIEN_TRACH', 'CANH_CAO', 'CACH_CHUC', 'KHAI_TRU'].map((form): PackForm => ({ subject: 'DV_CHINH_THUC', form, source })),
  ...['KHIEN_TRACH', 'CANH_CAO'].map((form): PackForm => ({ subject: 'DV_DU_BI', form, source })),
  ...['KHIEN_TRACH', 'CANH_CAO', 'GIAI_TAN'].map((form): PackForm => ({ subject: 'TCD', form, source })),
];

const limitations = (member: string, organisation: string, unverified: true | undefined): readonly PackLimitation[] => {
  const of =
    (subject: 'DV' | 'TCD', source: string) =>
    (form: string, years: number | null): PackLimitation => ({
      subject,
      form,
      years,
      source,
      ...(unverified ? { unverified } : {}),
    });
  const ofMember = of('DV', member);
  const ofOrganisation = of('TCD', organisation);
  return [
    ofMember('KHIEN_TRACH', 5),
    ofMember('CANH_CAO', 10),
    ofMember('CACH_CHUC', 10),
    ofMember('KHAI_TRU', null),
    ofOrganisation('KHIEN_TRACH', 5),
    ofOrganisation('CANH_CAO', 10),
    ofOrganisation('GIAI_TAN', null),
  ];
};

/** Rules on votes that were found; the last two from memory only, so each committee checks them. */
const votes: readonly PackVote[] = [
  {
    levels: ['CHI_BO'],
    forms: ['KHIEN_TRACH', 'CANH_CAO'],
    share: 'MORE_THAN_HALF',
    of: 'ENTITLED',
    source: 'Quá 1/2 số đảng viên chính thức của chi bộ (đề thi của một tỉnh theo 296-QĐ/TW)',
  },
  {
    levels: ['CHI_BO'],
    forms: ['CACH_CHUC'],
    share: 'MORE_THAN_HALF',
    of: 'ENTITLED',
    secret: true,
    source: 'Chưa kiểm chứng',
    unverified: true,
  },
  {
    levels: ['CHI_BO'],
    forms: ['KHAI_TRU', 'GIAI_TAN'],
    share: 'TWO_THIRDS',
    of: 'ENTITLED',
    secret: true,
    source: 'Chưa kiểm chứng',
    unverified: true,
  },
  {
    levels: [],
    forms: ['KHIEN_TRACH', 'CANH_CAO', 'CACH_CHUC', 'KHAI_TRU', 'GIAI_TAN'],
    share: 'MORE_THAN_HALF',
    of: 'ENTITLED',
    source: 'Chưa kiểm chứng',
    unverified: true,
  },
];

const common = {
  votes,
  cumulate: true,
  cumulateSource: 'Cộng dồn từ hình thức cao xuống hình thức thấp liền kề (đề thi của một tỉnh theo 296-QĐ/TW)',
  endsAfterMonths: null,
  endsSource: 'Chưa có văn bản kiểm chứng (22-QĐ/TW, Điều 15 nêu một năm); Ủy ban tự điền',
} as const;

/** 69-QĐ/TW (2022) as amended by 264-QĐ/TW. The periods were found in 102-QĐ/TW (2017) and 07-QĐi/TW (2018) and are said to be kept. */
export const discipline69: PackDiscipline = {
  ...common,
  forms: forms('69-QĐ/TW'),
  limitations: limitations('102-QĐ/TW (2017), giữ ở 69-QĐ/TW', '07-QĐi/TW (2018), giữ ở 69-QĐ/TW', true),
};

/** 212-QĐ/TW (17/8/2026), of which no periods were found: those of before, marked so. */
export const discipline212: PackDiscipline = {
  ...common,
  forms: forms('21-QĐ/TW, 212-QĐ/TW'),
  limitations: limitations('102-QĐ/TW năm 2017; của 212-QĐ/TW chưa tìm thấy', '07-QĐi/TW năm 2018; của 212-QĐ/TW chưa tìm thấy', true),
};
