import { expect, test } from 'vitest';
import { openCarriedTable } from '#service/sync/carried-table';
import { testBook } from '../../support/book';

const batch = (incarnation: string, number: number) => ({
  incarnation,
  number,
  hash: `${number}`.repeat(64),
  author: undefined,
  bytes: Buffer.from(`${incarnation} ${number}`),
});

test('what others wrote is let go when it is durable; what only this book may have stays, also when the hub was restored', () => {
  const carried = openCarriedTable(testBook().db);
  carried.add(batch('other', 1), 4);
  carried.add(batch('other', 2), 5);
  carried.add(batch('hub', 1), null);
  carried.dropThrough(4);
  expect(carried.nextAfter('other', 0)?.number).toBe(2);
  carried.forgetPositions();
  carried.dropThrough(1000);
  expect(carried.incarnations().sort()).toEqual(['hub', 'other']);
  // The hub has it again, at another place.
  carried.add(batch('other', 2), 9);
  carried.dropThrough(9);
  expect(carried.incarnations()).toEqual(['hub']);
  expect(carried.nextAfter('hub', 0)?.bytes.toString()).toBe('hub 1');
});
