/** Addresses inside the window: `#/petitions/<id>?state=MOI`. Pure, so that deep links can be tested without a window. */
import type { RecordTypeName } from '#shared/records/record-type-name';

export const screens = [
  'overview',
  'petitions',
  'cases',
  'discipline',
  'follow-up',
  'tasks',
  'documents',
  'archive',
  'pages',
  'search',
  'reports',
  'organisations',
  'sync',
  'settings',
  'guide',
] as const;
export type Screen = (typeof screens)[number];

export interface Route {
  readonly screen: Screen;
  readonly id?: string;
  readonly query?: Readonly<Record<string, string>>;
}

/** Anything that is not an address of a screen leads to the overview. */
export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#?\/?/, '').split('?', 2);
  const [name = '', id] = path.split('/').map(decode);
  const screen = screens.find((known) => known === name) ?? 'overview';
  const entries = Object.fromEntries(new URLSearchParams(query));
  return { screen, ...(id ? { id } : {}), ...(Object.keys(entries).length > 0 ? { query: entries } : {}) };
}

export function formatRoute({ screen, id, query }: Route): string {
  const search = new URLSearchParams(Object.entries(query ?? {}).filter(([, value]) => value !== '')).toString();
  return `#/${screen}${id ? `/${encodeURIComponent(id)}` : ''}${search ? `?${search}` : ''}`;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}

const homes: Partial<Record<RecordTypeName, Screen>> = {
  petition: 'petitions',
  case: 'cases',
  disciplinaryDecision: 'discipline',
  duty: 'follow-up',
  conclusion: 'follow-up',
  task: 'tasks',
  incomingDocument: 'documents',
  outgoingDocument: 'documents',
  instruction: 'documents',
  organisation: 'organisations',
  partyMember: 'organisations',
  archiveFile: 'archive',
  archiveDocument: 'pages',
  secrecyApproval: 'archive',
};

/** Where a record of a type is shown; undefined for parts of other records (steps, pages, notes) and for fonds. */
export function routeOfRecord(type: RecordTypeName, id: string): Route | undefined {
  const screen = homes[type];
  return screen && { screen, id, query: { type } };
}
