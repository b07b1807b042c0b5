import type { Field, ListField } from '#shared/records/field';
import { navigate, routeOfRecord } from '../app/navigation';
import { useLanguage } from '../i18n/words';
import classes from './record-view.module.css';
import { valueText } from './value-text';

type Titles = Readonly<Record<string, string>>;

export const isFilled = (value: unknown): boolean =>
  value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);

/** The value of any field as people read it: a list as a small table, references as links. */
export function FieldValue({ field, value, titles }: { field: Field; value: unknown; titles: Titles }) {
  const language = useLanguage();
  if (!isFilled(value)) return null;
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
