import { IconCloudCheck, IconCloudUp, IconCloudX, IconSend } from '@tabler/icons-react';
import type { RecordSyncState } from '#shared/contract/window/common';
import { defineWords } from '../i18n/words';
import classes from './due.module.css';

const useWords = defineWords('sync-mark', {
  vi: { waiting: 'Chờ gửi', sent: 'Đã gửi', confirmed: 'Tỉnh đã nhận', refused: 'Bị từ chối' },
  en: { waiting: 'Waiting to be sent', sent: 'Sent', confirmed: 'Confirmed by the hub', refused: 'Refused' },
});
const icons = { waiting: IconCloudUp, sent: IconSend, confirmed: IconCloudCheck, refused: IconCloudX };
const tones = { waiting: classes.plain, sent: classes.plain, confirmed: classes.good, refused: classes.bad };

/** How far a record has come on its way to the province. `wordless`: the icon alone, its word for screen readers and on hover. */
export function SyncMark({ state, wordless = false }: { state: RecordSyncState; wordless?: boolean }) {
  const say = useWords();
  const Icon = icons[state];
  return (
    <span className={`${classes.due} ${tones[state]}`} title={say(state)}>
      <Icon size="1rem" aria-hidden />
      <span className={wordless ? 'visually-hidden' : undefined}>{say(state)}</span>
    </span>
  );
}
