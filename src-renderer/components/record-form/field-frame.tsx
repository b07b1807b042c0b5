import type { ReactNode } from 'react';
import type { Field } from '#shared/records/field';
import type { Label } from '#shared/records/label';
import { useViewState } from '../../app/view-state';
import { useLanguage } from '../../i18n/words';
import { fieldHelp } from './field-help';
import classes from './record-form.module.css';
import { useFormWords } from './words';

const wide = new Set<Field['kind']>(['longText', 'codes', 'refs', 'tags', 'list']);

/** The place of a field in the grid of the form. Its help travels in data attributes: F1 shows it, and so does the question mark. */
export function FieldFrame({
  name,
  field,
  help,
  onLeave,
  children,
}: {
  name: string;
  field: Field;
  help?: Label | undefined;
  onLeave: () => void;
  children: ReactNode;
}) {
  const say = useFormWords();
  const language = useLanguage();
  const setHelp = useViewState((state) => state.setHelp);
  const isWide = wide.has(field.kind) || (field.kind === 'text' && field.max >= 300);
  return (
    <div
      className={isWide ? classes.wide : classes.field}
      data-field={name}
      data-help-title={field.label[language]}
      data-help={fieldHelp(field, help, say, language)}
      onBlur={onLeave}
    >
      {children}
      {/* For the mouse; with the keyboard F1 does the same from the field. */}
      <button
        type="button"
        className={classes.ask}
        tabIndex={-1}
        aria-hidden
        title={say('ask', { field: field.label[language] })}
        onClick={() => setHelp(true)}
      >
        ?
      </button>
    </div>
  );
}
