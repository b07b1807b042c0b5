import { AppError } from '#shared/errors/app-error';
import { readForm } from '#shared/statistics/form-schema';
import { statForms } from '#shared/statistics/packs/index';
import type { Book } from '../../book/book';
import { formsOf } from './forms-of-book';

export function formDefinition(book: Book, id: string): { content: string; changed: boolean } {
  const form = formsOf(book).find((one) => one.id === id);
  if (form === undefined) throw new AppError('stats.unknownForm', { form: id });
  return { content: JSON.stringify(form, null, 2), changed: !statForms.includes(form) };
}

/**
 * Counts by the committee's own version of a form from now on; null goes back to the built-in one. Sent figures stay as they were sent.
 * @throws AppError stats.badForm, stats.unknownForm
 */
export function defineForm(book: Book, id: string, content: string | null, basis: string): void {
  const own = book.records.list({ type: 'statForm', filters: [{ field: 'formId', op: 'eq', value: id }] }).rows;
  if (content === null) {
    for (const { id: record } of own) book.records.remove('statForm', record, 'Trở về biểu của chương trình');
    return;
  }
  const form = readForm(content);
  if (form === undefined || form.id !== id) throw new AppError('stats.badForm');
  const values = { formId: id, name: form.name, basis: basis || null, content: JSON.stringify(form) };
  book.records.save([{ type: 'statForm', ...(own[0] ? { id: own[0].id } : {}), values }]);
}
