import { describe, expect, it } from 'vitest';
import { importDraftKey, openDraft, sealDraft } from '../../../src-renderer/drafts/draft-cipher';

const keyOf = (byte: number) => importDraftKey(Buffer.alloc(32, byte).toString('base64'));
const content = { entries: { summary: 'Quỹ làm đường' }, revision: 3 };

describe('drafts on the disk', () => {
  it('come back with the key of their book, for the form that they belong to', async () => {
    const key = await keyOf(1);
    const whole = await sealDraft(key, 'office/task/new', content);
    expect(await openDraft(key, 'office/task/new', whole)).toEqual(content);
    expect(await openDraft(key, 'office/petition/new', whole)).toBeUndefined();
    expect(await openDraft(await keyOf(2), 'office/task/new', whole)).toBeUndefined();
  });
  it('show nothing of what was typed, and are never the same twice', async () => {
    const key = await keyOf(1);
    const [one, two] = await Promise.all([sealDraft(key, 'a', content), sealDraft(key, 'a', content)]);
    expect(Buffer.from(one).includes('summary')).toBe(false);
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(false);
  });
  it('that were altered are refused', async () => {
    const key = await keyOf(1);
    const whole = await sealDraft(key, 'a', content);
    whole[20]! ^= 1;
    expect(await openDraft(key, 'a', whole)).toBeUndefined();
  });
  it('have a key that cannot be read back', async () => {
    await expect(crypto.subtle.exportKey('raw', await keyOf(1))).rejects.toThrow('not extractable');
  });
});
