import type { RecordView as RecordData } from '#shared/contract/window/common';
import type { Field } from '#shared/records/field';
import { helpOf } from '#shared/records/help/index';
import { recordType } from '#shared/records/registry';
import { useLanguage } from '../i18n/words';
import { FieldValue, isFilled } from './field-value';
import classes from './record-view.module.css';
import { SealedBar } from './sealed-bar';

type Titles = Readonly<Record<string, string>>;

/** A record to read, section by section; fields that are empty are left out. */
export function RecordView({ record, titles, groups }: { record: RecordData; titles: Titles; groups?: readonly string[] }) {
  const language = useLanguage();
  const { fields, groups: all } = recordType(record.type);
  const [first] = Object.keys(all);
  const sections = Object.entries(all)
    .filter(([key]) => groups === undefined || groups.includes(key))
    .map(([key, label]) => {
      const inGroup = Object.entries(fields).filter(([, field]) => (field.group ?? first) === key);
      return {
        key,
        label: label[language],
        filled: inGroup.filter(([name]) => isFilled(record.values[name])),
        sealed: inGroup.some(([name]) => record.sealed.includes(name)),
      };
    })
    .filter(({ filled, sealed }) => filled.length > 0 || sealed);
  return (
    <div className={classes.view}>
      {sections.map(({ key, label, filled, sealed }) => (
        <section key={key} className={classes.section} aria-label={label}>
          <h3>{label}</h3>
          {sealed && <SealedBar record={record} title={label} />}
          <dl className={classes.values}>
            {filled.map(([name, field]) => (
              <div
                key={name}
                className={isLong(field) ? classes.long : undefined}
                data-help-title={field.label[language]}
                data-help={helpOf(record.type, name)?.[language]}
              >
                <dt>{field.label[language]}</dt>
                <dd>
                  <FieldValue field={field} value={record.values[name]} titles={titles} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

const isLong = (field: Field): boolean =>
  field.kind === 'longText' ||
  field.kind === 'list' ||
  field.kind === 'refs' ||
  field.kind === 'codes' ||
  (field.kind === 'text' && field.max >= 300);
