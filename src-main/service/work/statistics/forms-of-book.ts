import type { StatForm } from '#shared/statistics/form';
import { readForm } from '#shared/statistics/form-schema';
import { statForms } from '#shared/statistics/packs/index';
import type { Book } from '../../book/book';
import { readValues } from './read-values';

/** The forms of this book: those of the program, each in the committee's own version where there is one, then those that only the committee has. */
export function formsOf(book: Book): readonly StatForm[] {
  const changed = readValues(book, { type: 'statForm', fields: ['formId', 'content'], ids: true });
  if (changed.length === 0) return statForms;
  const own = new Map<string, StatForm>();
  // Of two versions that met in sync the later record stands, the same everywhere.
  for (const { values } of changed.sort((a, b) => (a.record.id < b.record.id ? -1 : 1))) {
    const form = readForm(values.content ?? '');
    if (form && form.id === values.formId) own.set(form.id, form);
  }
  const known = new Set(statForms.map(({ id }) => id));
  return [...statForms.map((form) => own.get(form.id) ?? form), ...[...own.values()].filter(({ id }) => !known.has(id))];
}
