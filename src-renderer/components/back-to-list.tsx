import { IconArrowLeft } from '@tabler/icons-react';
import { defineWords } from '../i18n/words';
import classes from './back-to-list.module.css';

const useWords = defineWords('back-to-list', { vi: { back: 'Về danh sách' }, en: { back: 'Back to the list' } });

/** Leads back from a record to its list; shown only where the two take turns. */
export function BackToList({ onBack }: { onBack: () => void }) {
  const say = useWords();
  return (
    <button type="button" className={`square ${classes.back}`} aria-label={say('back')} onClick={onBack}>
      <IconArrowLeft size="1.125rem" aria-hidden />
    </button>
  );
}
