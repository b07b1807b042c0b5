/** Which recorded approval allows the pages of a file to be scanned. */
import { levelRank } from '#shared/rules/secrecy';
import type { RecordStore } from '../../store/record-store';

type Values = Readonly<Record<string, unknown>>;

/** Id of an approval in force that reaches this level and names the file, its box, or its fonds. */
export function coveringApproval(
  records: Pick<RecordStore, 'list'>,
  fileId: string,
  file: Values,
  level: string,
  today: string,
): string | undefined {
  const needed = levelRank(level) ?? Number.POSITIVE_INFINITY;
  const { rows } = records.list({ type: 'secrecyApproval', limit: 1000 });
  return rows.find(({ values }) => (levelRank(values['level']) ?? -1) >= needed && inForce(values, today) && covers(values, fileId, file))
    ?.id;
}

const inForce = ({ approvedOn, validTo }: Values, today: string): boolean =>
  String(approvedOn ?? '9999') <= today && (validTo === undefined || String(validTo) >= today);

/** An approval that names neither file nor fonds covers nothing: a scope is never guessed. */
function covers(approval: Values, fileId: string, file: Values): boolean {
  if (approval['file'] !== undefined) return approval['file'] === fileId;
  if (approval['fonds'] === undefined || approval['fonds'] !== file['fonds']) return false;
  return ['term', 'box'].every((field) => approval[field] === undefined || approval[field] === file[field]);
}
