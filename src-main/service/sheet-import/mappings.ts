/** Mappings that people gave a name: which heading goes where. They come back by themselves for a list with the same headings. */
import type { RecordTypeName } from '#shared/records/record-type-name';
import { foldWords } from '#shared/text/fold';
import type { Settings } from '../store/settings';

export interface Mapping {
  readonly name: string;
  readonly type: RecordTypeName;
  /** Target by folded heading; what is absent is not taken. */
  readonly columns: Readonly<Record<string, string>>;
}

const key = 'sheetImport.mappings';
const most = 50;

export const mappingsOf = (settings: Pick<Settings, 'get'>): readonly Mapping[] => settings.get<Mapping[]>(key) ?? [];

export function rememberMapping(
  settings: Settings,
  name: string,
  type: RecordTypeName,
  labels: readonly string[],
  columns: readonly (string | null)[],
): void {
  const pairs = labels.flatMap((label, at) => (columns[at] && label !== '' ? [[foldWords(label), columns[at]] as const] : []));
  const others = mappingsOf(settings).filter((mapping) => mapping.name !== name || mapping.type !== type);
  settings.set(key, [{ name, type, columns: Object.fromEntries(pairs) }, ...others].slice(0, most));
}

/** The newest mapping of this type all of whose headings stand in the list. */
export const fittingMapping = (mappings: readonly Mapping[], type: RecordTypeName, labels: readonly string[]): Mapping | undefined => {
  const present = new Set(labels.map(foldWords));
  return mappings.find(
    (mapping) =>
      mapping.type === type && Object.keys(mapping.columns).length > 0 && Object.keys(mapping.columns).every((label) => present.has(label)),
  );
};

export const columnsBy = (mapping: Pick<Mapping, 'columns'>, labels: readonly string[]): (string | null)[] => {
  const taken = new Set<string>();
  return labels.map((label) => {
    const target = mapping.columns[foldWords(label)];
    if (target === undefined || taken.has(target)) return null;
    taken.add(target);
    return target;
  });
};
