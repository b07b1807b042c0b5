import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createFileRoom } from '#service/archive/file-room';
import { tempDir } from '../../../support/book';

const dir = tempDir();
const file = (name: string, bytes: string): string => {
  const path = join(dir, name);
  writeFileSync(path, bytes);
  return path;
};
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString();
const [short, exact, long] = [file('short', 'ab'), file('exact', 'abcdefgh'), file('long', 'abcdefghi')];

test.each([
  ['shorter than the room', short, 'ab'],
  ['as long', exact, 'abcdefgh'],
  ['longer', long, 'abcdefghi'],
  ['empty', file('empty', ''), ''],
])('a file %s is read whole, also after a longer one', async (_, path, expected) => {
  const room = createFileRoom(8);
  await room.read(exact, text);
  expect(await room.read(path, text)).toBe(expected);
});

test('files that are asked for at once do not stand in each other’s place', async () => {
  const room = createFileRoom(8);
  const paths = [short, exact, long, exact, short];
  expect(await Promise.all(paths.map((path) => room.read(path, text)))).toEqual(['ab', 'abcdefgh', 'abcdefghi', 'abcdefgh', 'ab']);
});

test('a file that is missing, or cannot be used, leaves the room to the next', async () => {
  const room = createFileRoom(8);
  await expect(room.read(join(dir, 'none'), text)).rejects.toMatchObject({ code: 'ENOENT' });
  const places: ArrayBufferLike[] = [];
  const place = (bytes: Uint8Array): void => void places.push(bytes.buffer);
  await expect(
    room.read(short, (bytes) => {
      place(bytes);
      throw new Error('damaged');
    }),
  ).rejects.toThrow('damaged');
  await room.read(exact, place);
  expect(places[1]).toBe(places[0]);
});
