import type { ListedRows } from '#shared/contract/window/lists';
import { recordType } from '#shared/records/registry';
import { notice } from '../../app/notices';
import { shell } from '../../service/connection';
import { service } from '../../service/use-service';
import { today } from '../day';
import { useListWords } from './words';

/** Asks where to, and writes the rows as an Excel file there. @throws CallError */
export async function exportList(rows: ListedRows): Promise<void> {
  const { say } = useListWords;
  const { register } = recordType(rows.query.type);
  const file = await shell().saveFile({ defaultName: `${register.vi} ${today()}.xlsx` });
  if (file === null) return;
  const { rows: count, withheld } = await service().lists.excel({ ...rows, file });
  notice([say('excelDone', { count, file }), withheld > 0 ? say('withheld', { count: withheld }) : ''].filter(Boolean).join(' '));
}
