import type { RecordTypeName } from '#shared/records/record-type-name';
import { routeOfRecord, type Route } from './route';

/** Where the empty form of a type is. Screens read `query.new`. */
export function newRecordRoute(type: RecordTypeName): Route {
  const screen = routeOfRecord(type, '')?.screen ?? 'overview';
  return { screen, query: { type, new: '1' } };
}
