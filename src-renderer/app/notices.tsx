import { notifications } from '@mantine/notifications';
import { messageOf } from '#shared/errors/app-error';
import { currentLanguage } from '../i18n/index';
import { defineWords } from '../i18n/words';
import { callError } from '../service/app-error';
import classes from './notices.module.css';

const useWords = defineWords('notices', {
  vi: { undo: 'Hoàn tác', close: 'Đóng thông báo' },
  en: { undo: 'Undo', close: 'Close this notice' },
});
const { say } = useWords;

const shownMilliseconds = 10_000;

/** Says what happened, bottom right, for ten seconds; with `undo` a button takes it back. Ctrl+Z does the same while it is shown. */
export const notice = (text: string, undo?: () => Promise<void>): void => void namedNotice(text, undo);

/** The same, with the name by which {@link takeAway} takes it from the screen. */
export function namedNotice(text: string, undo?: () => Promise<void>): string {
  const act =
    undo &&
    (() => {
      notifications.hide(id);
      if (lastUndo === act) lastUndo = undefined;
      undo().catch(noticeOfFailure);
    });
  const id = notifications.show({
    autoClose: shownMilliseconds,
    color: 'dark',
    withCloseButton: true,
    closeButtonProps: { 'aria-label': say('close') },
    message: (
      <div className={classes.notice}>
        <span>{text}</span>
        {act && (
          <button type="button" className="link" onClick={act}>
            {say('undo')}
          </button>
        )}
      </div>
    ),
    onClose: () => {
      if (lastUndo === act) lastUndo = undefined;
    },
  });
  if (act) lastUndo = act;
  return id;
}

export const takeAway = (id: string): void => {
  notifications.hide(id);
};

let lastUndo: (() => void) | undefined;

/** Takes back the last act while its notice is shown; false when there is none. */
export const undoLast = (): boolean => {
  if (!lastUndo) return false;
  lastUndo();
  return true;
};

/** Says a failure that has no place of its own on the page. */
export function noticeOfFailure(error: unknown): void {
  const { code, details } = callError(error);
  notifications.show({
    autoClose: shownMilliseconds,
    color: 'accent',
    message: messageOf(code, details, currentLanguage()),
    closeButtonProps: { 'aria-label': say('close') },
  });
}
