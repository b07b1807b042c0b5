/** Tells what this person just did, with the way back, and takes back what was done before it. */
import type { UndoStep } from '#shared/contract/window/undo';
import { namedNotice, notice, takeAway } from '../app/notices';
import { defineWords } from '../i18n/words';
import { callError } from './app-error';
import { client } from './connection';
import { markOwnSave } from './queries';

const { say } = defineWords('step-back', {
  vi: {
    create: 'Đã lưu: {{title}}',
    update: 'Đã lưu: {{title}}',
    remove: 'Đã chuyển khỏi sổ: {{title}}',
    restore: 'Đã đưa lại vào sổ: {{title}}',
    more: '{{text}} và {{count}} mục nữa',
    undone: 'Đã hoàn tác: {{title}}',
    undoneMany: 'Đã hoàn tác {{count}} mục',
    kept: '{{count}} mục đã có người sửa tiếp nên giữ nguyên.',
  },
  en: {
    create: 'Saved: {{title}}',
    update: 'Saved: {{title}}',
    remove: 'Moved aside: {{title}}',
    restore: 'Put back: {{title}}',
    more: '{{text}} and {{count}} more',
    undone: 'Undone: {{title}}',
    undoneMany: 'Undone: {{count}} records',
    kept: '{{count}} records were changed by others since and stay.',
  },
});

let told = 0;
let shown = '';

/** Says the latest step for ten seconds, each once, with a button that takes it back; only one of them stands there at a time. */
export async function tellStep(): Promise<void> {
  const { steps } = await client.undo.steps();
  const [latest] = steps;
  if (!latest || latest.id <= told) return;
  told = latest.id;
  takeAway(shown);
  const text = say(latest.kind, { title: latest.title || '…' });
  shown = namedNotice(
    latest.records > 1 ? say('more', { text, count: latest.records - 1 }) : text,
    latest.sealed ? undefined : () => stepBack(latest.id),
  );
}

/** Takes back a step, or the latest one. @throws CallError undo.nothing, undo.changed, undo.sealed, record.inUse */
export async function stepBack(step?: number): Promise<void> {
  try {
    const { step: taken, kept } = await client.undo.take(step === undefined ? {} : { step });
    markOwnSave();
    notice([undoneText(taken), kept > 0 ? say('kept', { count: kept }) : ''].filter(Boolean).join('. '));
  } catch (error) {
    throw callError(error);
  }
}

const undoneText = ({ title, records }: UndoStep): string =>
  records > 1 ? say('undoneMany', { count: records }) : say('undone', { title: title || '…' });
