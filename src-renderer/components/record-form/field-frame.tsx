import type { ReactNode } from 'react';
import type { Field } from '#shared/records/field';
import { useLanguage } from '../../i18n/words';
import { fieldHelp } from './field-help';
import classes from './record-form.module.css';
import { useFormWords } from './words';

const wide = new Set<Field['kind']>(['longText', 'codes', 'refs', 'tags', 'list']);

/** The place of a field in the grid of the form. F1 help travels in data attributes. */
export function FieldFrame({ name, field, onLeave, children }: { name: string; field: Field; onLeave: () => void; children: ReactNode }) {
  const say = useFormWords();
  const language = useLanguage();
  const isWide = wide.has(field.kind) || (field.kind === 'text' && field.max >= 300);
  return (
    <div
      className={isWide ? classes.wide : classes.field}
      data-field={name}
      data-help-title={field.label[language]}
      data-help={fieldHelp(field, say, language)}
      onBlur={onLeave}
    >
      {children}
    </div>
  );
}
