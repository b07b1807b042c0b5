import { recordType } from '#shared/records/registry';
import type { RecordTypeName } from '#shared/records/record-type-name';
import { navigate, type Route, routeOfRecord, useRoute } from '../app/navigation';

/** A field of a record that shall be edited at once, perhaps with a value that is proposed. */
export interface EditRequest {
  readonly focus: string;
  readonly typed: Readonly<Record<string, unknown>>;
}

/** Address of a record with one field open for editing; undefined for records without a page of their own. */
export function editRoute(type: RecordTypeName, id: string, field: string, value?: number): Route | undefined {
  const route = routeOfRecord(type, id);
  return route && { ...route, query: { ...route.query, edit: field, ...(value === undefined ? {} : { value: String(value) }) } };
}

/** What the present address asks to edit in a record of this type. */
export function useEditRequest(type: RecordTypeName): EditRequest | undefined {
  const { query } = useRoute();
  const focus = query?.['edit'];
  const field = focus === undefined ? undefined : recordType(type).fields[focus];
  if (focus === undefined || field === undefined) return undefined;
  const value = Number(query?.['value']);
  return { focus, typed: field.kind === 'integer' && Number.isSafeInteger(value) && query?.['value'] ? { [focus]: value } : {} };
}

/** The address asks once: after the edit it names the record alone, unless the person has gone elsewhere meanwhile. */
export function endEdit(to: Route): void {
  if (new URLSearchParams(location.hash.split('?')[1]).has('edit')) navigate(to, { replace: true });
}
