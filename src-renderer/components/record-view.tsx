import type { ReactNode } from 'react';
import type { RecordView as RecordData } from '#shared/contract/window/common';
import type { Field, ListField } from '#shared/records/field';
import { recordType } from '#shared/records/registry';
import { navigate, routeOfRecord } from '../app/navigation';
import { useLanguage, type Language } from '../i18n/words';
import classes from './record-view.module.css';
import { SealedBar } from './sealed-bar';
import { valueText } from './value-text';

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
              <div key={name} className={isLong(field) ? classes.long : undefined}>
                <dt>{field.label[language]}</dt>
                <dd>{show(field, record.values[name], language, titles)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

const isFilled = (value: unknown): boolean =>
  value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
const isLong = (field: Field): boolean =>
  field.kind === 'longText' ||
  field.kind === 'list' ||
  field.kind === 'refs' ||
  field.kind === 'codes' ||
  (field.kind === 'text' && field.max >= 300);

function show(field: Field, value: unknown, language: Language, titles: Titles): ReactNode {
  if (field.kind === 'list') return <Items field={field} items={value as readonly Record<string, unknown>[]} titles={titles} />;
  if (field.kind !== 'ref' && field.kind !== 'refs') return valueText(field, value, language, titles);
  const ids = field.kind === 'ref' ? [String(value)] : (value as readonly string[]);
  return ids.map((id) => <RefLink key={id} id={id} to={field.to} title={titles[id] ?? '…'} />);
}

/** Opens what it names where the type is certain; otherwise only its title. */
function RefLink({ id, to, title }: { id: string; to: readonly Parameters<typeof routeOfRecord>[0][]; title: string }) {
  const [only] = to;
  const route = to.length === 1 && only ? routeOfRecord(only, id) : undefined;
  return route ? (
    <button type="button" className={`link ${classes.ref}`} onClick={() => navigate(route)}>
      {title}
    </button>
  ) : (
    <span className={classes.ref}>{title}</span>
  );
}

function Items({ field, items, titles }: { field: ListField; items: readonly Record<string, unknown>[]; titles: Titles }) {
  const language = useLanguage();
  const columns = Object.entries(field.item).filter(([name]) => items.some((item) => isFilled(item[name])));
  return (
    <table className={classes.items}>
      <thead>
        <tr>
          {columns.map(([name, sub]) => (
            <th key={name} scope="col">
              {sub.label[language]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={String(item.id)}>
            {columns.map(([name, sub]) => (
              <td key={name}>{valueText(sub, item[name], language, titles)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
