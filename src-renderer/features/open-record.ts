import type { RecordTypeName } from '#shared/records/record-type-name';
import { navigate, routeOfRecord } from '../app/navigation';
import { service } from '../service/use-service';

/** Opens the screen that shows a record; parts of a case open their case, a page its image beside its text. */
export async function openRecord(type: RecordTypeName, id: string): Promise<void> {
  const route = routeOfRecord(type, id);
  if (route) navigate(route);
  else if (type === 'page') navigate({ screen: 'pages', id });
  else if (type === 'caseStep' || type === 'checklistItem') await openOwner(type, id, 'case');
  else if (type === 'archiveFonds') navigate({ screen: 'archive', query: { fonds: id } });
}

async function openOwner(type: RecordTypeName, id: string, owner: 'case'): Promise<void> {
  const { record } = await service().records.get({ type, id });
  const ownerId = record.values[owner];
  if (typeof ownerId === 'string') navigate({ screen: 'cases', id: ownerId });
}
