import { describe, expect, it } from 'vitest';
import { trueDpi } from '#recognizer/files/true-dpi';

describe('trueDpi', () => {
  it('believes a resolution that makes a sheet', () => {
    expect(trueDpi(2480, 3508, 300)).toBe(300);
    expect(trueDpi(7016, 9921, 600)).toBe(600);
    expect(trueDpi(1748, 2480, 300)).toBe(300);
  });

  it('does not believe what photo tools write', () => {
    expect(trueDpi(2480, 3508, 72)).toBe(300);
    expect(trueDpi(1654, 2339, 96)).toBe(200);
    expect(trueDpi(2480, 3508, undefined)).toBe(300);
    // 300 would make a sheet of 3 x 4 cm out of a small picture.
    expect(trueDpi(350, 500, 300)).toBe(70);
  });
});
