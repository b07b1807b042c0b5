import { notice } from '../app/notices';
import { keepDraft } from '../drafts/draft-store';
import { defineWords } from '../i18n/words';
import { momentText } from './day';
import classes from './draft-found.module.css';

const useWords = defineWords('draft-found', {
  vi: { found: 'Đã lấy lại bản nháp gõ lúc {{time}}, chưa lưu vào sổ.', drop: 'Bỏ bản nháp', dropped: 'Đã bỏ bản nháp' },
  en: { found: 'The draft typed at {{time}} is back; it is not saved yet.', drop: 'Drop the draft', dropped: 'Draft dropped' },
});
const { say: sayNow } = useWords;

/** Says that a form begins with what was typed before, and offers to begin anew. @param at milliseconds since 1970 */
export function DraftFound({ at, onDrop }: { at: number; onDrop(): void }) {
  const say = useWords();
  return (
    <div className={classes.found} role="status">
      <span>{say('found', { time: momentText(new Date(at).toISOString()) })}</span>
      <button type="button" className="link" onClick={onDrop}>
        {say('drop')}
      </button>
    </div>
  );
}

/** Says that what was typed is gone, and offers for ten seconds to keep it after all. */
export const draftDropped = (name: string, content: unknown): void => notice(sayNow('dropped'), () => keepDraft(name, content));
