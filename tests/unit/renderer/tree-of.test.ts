import { describe, expect, it } from 'vitest';
import { rowsOf, treeOn } from '../../../src-renderer/features/organisations/tree-of';

const unit = (id: string, more: object = {}) => ({ id, name: id, kind: 'CHI_BO_CO_SO', state: 'HOAT_DONG', ...more });

describe('the tree of organisations', () => {
  const units = [
    unit('Đảng ủy'),
    unit('Ấp 10', { parent: 'Đảng ủy' }),
    unit('Ấp 2', { parent: 'Đảng ủy', validFrom: '2025-07-01', lineage: [{ kind: 'TIEN_THAN', organisation: 'Ấp 1' }] }),
    unit('Ấp 1', { parent: 'Đảng ủy', validTo: '2025-06-30' }),
  ];

  it('stands as it was on a day, sorted as people count', () => {
    expect(rowsOf(treeOn(units, '2025-06-30'), new Set()).map(({ branch }) => branch.id)).toEqual(['Đảng ủy', 'Ấp 1', 'Ấp 10']);
    expect(rowsOf(treeOn(units, '2025-07-01'), new Set()).map(({ branch, depth }) => [branch.id, depth, branch.from])).toEqual([
      ['Đảng ủy', 0, []],
      ['Ấp 2', 1, ['Ấp 1']],
      ['Ấp 10', 1, []],
    ]);
  });

  it('hides what is folded, and does not walk round in a circle', () => {
    expect(rowsOf(treeOn(units, '2026-01-01'), new Set(['Đảng ủy'])).map(({ branch }) => branch.id)).toEqual(['Đảng ủy']);
    const circle = [unit('a', { parent: 'b' }), unit('b', { parent: 'a' }), unit('c')];
    expect(treeOn(circle, '2026-01-01').map(({ id }) => id)).toEqual(['c']);
  });
});
