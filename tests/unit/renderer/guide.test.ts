import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { screens } from '../../../src-renderer/app/route';
import { chapterOf, findInGuide, readChapters } from '../../../src-renderer/features/guide/chapters';
import type { Block, Inline } from '../../../src-renderer/features/guide/markdown';

const docs = join(import.meta.dirname, '..', '..', '..', 'docs');
const text = readFileSync(join(docs, 'huong-dan-su-dung.md'), 'utf8');
const chapters = readChapters(text);
const blocks = chapters.flatMap((chapter) => chapter.blocks);
const parts = (block: Block): readonly Inline[] => {
  switch (block.kind) {
    case 'paragraph':
    case 'note':
      return block.content;
    case 'list':
      return block.items.flat();
    case 'table':
      return [...block.head.flat(), ...block.rows.flat(2)];
    default:
      return [];
  }
};

describe("the user's guide", () => {
  it.each(screens.filter((screen) => screen !== 'guide'))('has a chapter for screen %s', (screen) =>
    expect(chapters.filter((chapter) => chapter.screens.includes(screen)).map(({ title }) => title)).toHaveLength(1),
  );

  it.each([
    'sync:usb',
    'sync:review',
    'sync:ranges',
    'settings:security',
    'settings:approvals',
    'archive:retention',
    'lists',
    'settings:rules',
    'training',
    'unlock',
    'keys',
    'trouble',
    'secrecy',
  ])('has a chapter for %s', (part) => expect(chapters.some((chapter) => chapter.screens.includes(part))).toBe(true));

  it('shows pictures that exist, each kept picture is shown, and all together are small', () => {
    const shown = blocks.flatMap((block) => (block.kind === 'picture' ? [block.file] : []));
    const kept = readdirSync(join(docs, 'hinh')).map((name) => `hinh/${name}`);
    expect([...shown].sort()).toEqual(kept.sort());
    expect(kept.reduce((sum, name) => sum + statSync(join(docs, name)).size, 0)).toBeLessThan(4 * 2 ** 20);
  });

  it('leads only to places that it has', () => {
    const places = new Set([
      ...chapters.map(({ id }) => `#${id}`),
      ...blocks.flatMap((block) => (block.kind === 'heading' ? [`#${block.id}`] : [])),
    ]);
    const links = blocks.flatMap(parts).flatMap((part) => (part.kind === 'link' ? [part.to] : []));
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter((to) => !places.has(to))).toEqual([]);
  });

  it('is found by words without marks, and finds nothing for nothing', () => {
    expect(findInGuide(chapters, 'to khoi phuc')[0]?.text.normalize('NFC')).toMatch(/tờ khôi phục/i);
    expect(findInGuide(chapters, 'ban giao').some(({ chapter }) => chapter.screens.includes('tasks'))).toBe(true);
    expect(findInGuide(chapters, '  ')).toEqual([]);
    expect(findInGuide(chapters, 'zzzz')).toEqual([]);
  });

  it('prefers the part of a screen, then the screen, then the first chapter', () => {
    expect(chapterOf(chapters, 'sync', 'usb')?.screens).toContain('sync:usb');
    expect(chapterOf(chapters, 'settings', 'calendar', 'rules')?.screens).toContain('settings:rules');
    expect(chapterOf(chapters, 'sync', 'elsewhere')?.screens).toContain('sync');
    expect(chapterOf(chapters, 'nowhere')).toBe(chapters[0]);
  });
});
