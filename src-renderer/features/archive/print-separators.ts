import { notice, noticeOfFailure } from '../../app/notices';
import { shell } from '../../service/connection';
import { service } from '../../service/use-service';
import { filtersOf, type Place } from './place';
import { useWaysInWords } from './ways-in-words';

/** Sheets for the chosen file, else for the files of the place (the first 500), written where the person says. */
export async function printSeparators(place: Place, fileId: string | undefined): Promise<void> {
  const { say } = useWaysInWords;
  try {
    const path = await shell().saveFile({ defaultName: say('separatorsFile') });
    if (path === null) return;
    const fileIds =
      fileId === undefined
        ? (await service().records.list({ type: 'archiveFile', filters: filtersOf(place), limit: 500 })).rows.map(({ id }) => id)
        : [fileId];
    const { sheets } = await service().archive.writeSeparators({ path, fileIds });
    notice(say('separatorsDone', { count: sheets }));
  } catch (error) {
    noticeOfFailure(error);
  }
}
