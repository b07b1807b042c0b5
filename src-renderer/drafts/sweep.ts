import { service } from '../service/use-service';
import { draftNames, dropDraft } from './draft-store';

const ids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const atOnce = 500;

/** Removes drafts of records that were destroyed, or whose personal data was removed: what was being typed about them goes, too. */
export async function sweepDrafts(): Promise<void> {
  const names = await draftNames();
  const named = [...new Set(names.flatMap((name) => name.match(ids) ?? []))];
  for (let from = 0; from < named.length; from += atOnce) {
    const { ids: gone } = await service().retention.gone({ ids: named.slice(from, from + atOnce) });
    for (const name of names) if (gone.some((id) => name.includes(id))) await dropDraft(name);
  }
}
