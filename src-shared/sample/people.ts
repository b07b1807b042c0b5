import type { Random } from './random';

const surnames: readonly (readonly [string, number])[] = [
  ['Nguyễn', 30],
  ['Trần', 12],
  ['Lê', 10],
  ['Phạm', 8],
  ['Huỳnh', 6],
  ['Phan', 5],
  ['Võ', 5],
  ['Đặng', 4],
  ['Bùi', 4],
  ['Đỗ', 3],
  ['Hồ', 3],
  ['Ngô', 2],
  ['Dương', 2],
  ['Lý', 2],
  ['Trương', 2],
  ['Đinh', 2],
  ['Lâm', 1],
  ['Mai', 1],
  ['Tô', 1],
  ['Châu', 1],
];
const names = {
  NAM: {
    middle: ['Văn', 'Hữu', 'Minh', 'Quốc', 'Thanh', 'Hoàng', 'Đức', 'Công', 'Thành', 'Ngọc', 'Trung', 'Xuân'],
    given: [
      'Sáu',
      'Thạnh',
      'Tuấn',
      'Khang',
      'Sơn',
      'Hải',
      'Dũng',
      'Bình',
      'Phúc',
      'Lộc',
      'Tài',
      'Nghĩa',
      'Hiếu',
      'Long',
      'Phong',
      'Quang',
      'Thắng',
      'Tâm',
      'Đạt',
      'Hùng',
      'Cường',
      'Khoa',
      'Vinh',
      'Nhựt',
      'Toàn',
      'Út',
    ],
  },
  NU: {
    middle: ['Thị', 'Thị Thu', 'Thị Minh', 'Thị Ngọc', 'Thị Kim', 'Thị Mỹ', 'Thanh', 'Ngọc', 'Thị Bích'],
    given: [
      'Hà',
      'Hạnh',
      'Lan',
      'Hương',
      'Mai',
      'Nga',
      'Thủy',
      'Trang',
      'Yến',
      'Loan',
      'Phượng',
      'Tuyết',
      'Hoa',
      'Liên',
      'Thảo',
      'Dung',
      'Nhung',
      'Xuân',
      'Vân',
      'Diễm',
    ],
  },
} as const;

export type Gender = keyof typeof names;

export const personName = (random: Random, gender: Gender): string =>
  `${random.weighted(surnames)} ${random.pick(names[gender].middle)} ${random.pick(names[gender].given)}`;

export const anyone = (random: Random): string => personName(random, random.chance(0.55) ? 'NAM' : 'NU');

/** The people of the inspection committee, who appear in every sample. */
export const committee = {
  chair: { name: 'Lê Hoàng Sơn', post: 'Chủ nhiệm' },
  deputy: { name: 'Phạm Quốc Tuấn', post: 'Phó Chủ nhiệm' },
  clerk: { name: 'Trần Thị Minh Hạnh', post: 'Ủy viên, cán bộ tổng hợp' },
  officers: [
    { name: 'Nguyễn Thị Thu Hà', post: 'Ủy viên' },
    { name: 'Đỗ Minh Khang', post: 'Ủy viên' },
  ],
} as const;

export const officers: readonly { readonly name: string; readonly post: string }[] = [committee.clerk, ...committee.officers];
export const leaders: readonly { readonly name: string; readonly post: string }[] = [
  committee.chair,
  committee.deputy,
  ...committee.officers,
];
