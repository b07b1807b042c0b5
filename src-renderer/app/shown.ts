import { useEffect } from 'react';
import { useRoute } from './navigation';
import { noticeOfFailure } from './notices';
import { service, useQueryOf } from '../service/use-service';
import { shell } from '../service/connection';
import { CallError } from '../service/app-error';

/**
 * What the window shows and how it may leave by ways that ask nobody: other programs' pictures of the window and the clipboard. The records
 * are those that the address names; on a standalone machine the window is guarded all the time.
 */
export function useShownSecrecy(standalone: boolean): void {
  const { id, query } = useRoute();
  const ids = [id, query?.['record'], query?.['page'], query?.['disposal']].filter((one): one is string => one !== undefined && isId(one));
  const shown = useQueryOf(['security', 'shown', ...ids], () => service().security.shown({ ids }), { enabled: ids.length > 0 });
  const isGuarded = standalone || (ids.length > 0 && shown.data?.screenshot !== undefined && shown.data.screenshot !== 'free');
  const mayCopy = ids.length === 0 || shown.data?.clipboard === undefined || shown.data.clipboard === 'free';
  const level = shown.data?.level ?? '';
  useEffect(() => {
    shell().protectScreen(isGuarded);
    return () => shell().protectScreen(false);
  }, [isGuarded]);
  useEffect(() => {
    const onCopy = (event: ClipboardEvent) => {
      if (mayCopy && !holdsSealed()) return;
      event.preventDefault();
      noticeOfFailure(new CallError('access.secrecy', { level }, []));
    };
    document.addEventListener('copy', onCopy, true);
    document.addEventListener('cut', onCopy, true);
    return () => {
      document.removeEventListener('copy', onCopy, true);
      document.removeEventListener('cut', onCopy, true);
    };
  }, [mayCopy, level]);
}

const isId = (text: string): boolean => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(text);

/** Whether the selection touches what was opened from under a seal. */
function holdsSealed(): boolean {
  const selection = document.getSelection();
  return [...document.querySelectorAll('[data-sealed]')].some((part) => selection?.containsNode(part, true) === true);
}
