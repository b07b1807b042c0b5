/** Says once for each opening of a book that an update waits, or that one was put back; the rest is in the settings. */
import { useEffect } from 'react';
import { defineWords } from '../i18n/words';
import { service } from '../service/use-service';
import { notice } from './notices';

/** After the first lists, which people wait for. */
const afterMs = 4000;

export function useUpdateNotice(): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      service()
        .update.state()
        .then(({ version, ready, putBack }) => {
          if (putBack) notice(words.say('putBack', { version: putBack.version, now: version }));
          else if (ready) notice(words.say('ready', { version: ready.version }));
        })
        // Nobody asked.
        .catch(() => undefined);
    }, afterMs);
    return () => clearTimeout(timer);
  }, []);
}

const words = defineWords('updateNotice', {
  vi: {
    ready: 'Có bản {{version}} đã kiểm, sẵn sàng cài. Mở Thiết lập, mục Cập nhật chương trình.',
    putBack: 'Bản {{version}} không khởi động được; đã trở lại bản {{now}} với dữ liệu như trước.',
  },
  en: {
    ready: 'Version {{version}} was checked and is ready to install. Open Settings, Updates.',
    putBack: 'Version {{version}} did not start; version {{now}} was put back with the data as it was.',
  },
});
