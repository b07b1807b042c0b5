import { notifications } from '@mantine/notifications';
import { messageOf } from '#shared/errors/app-error';
import { currentLanguage } from '../i18n/index';
import { defineWords } from '../i18n/words';
import { callError } from '../service/app-error';
import classes from './notices.module.css';
import { formatRoute } from './route';

const useWords = defineWords('notices', {
  vi: { undo: 'Hoàn tác', approval: 'Xin duyệt', close: 'Đóng thông báo' },
  en: { undo: 'Undo', approval: 'Ask for approval', close: 'Close this notice' },
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

/** Says a failure that has no place of its own on the page; where a second person is needed, with the way to ask one. */
export function noticeOfFailure(error: unknown): void {
  const { code, details } = callError(error);
  const { action, record } = details;
  const id = notifications.show({
    autoClose: shownMilliseconds,
    color: 'accent',
    message:
      code === 'access.needsSecond' && typeof action === 'string' && typeof record === 'string' ? (
        <div className={classes.notice}>
          <span>{messageOf(code, details, currentLanguage())}</span>
          <button
            type="button"
            className="link"
            onClick={() => {
              notifications.hide(id);
              location.hash = formatRoute({ screen: 'settings', query: { view: 'approvals', ask: action, record } });
            }}
          >
            {say('approval')}
          </button>
        </div>
      ) : (
        messageOf(code, details, currentLanguage())
      ),
    closeButtonProps: { 'aria-label': say('close') },
  });
}
