import { useEffect } from 'react';
import { service } from '../service/use-service';
import { noticeOfFailure } from './notices';
import { sessionChanged } from './session';

const lookMilliseconds = 15_000;
const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

/** Locks the book when nobody touched this window for so long. 0: never. The shell locks it as well when the machine sleeps or is locked. */
export function useAutoLock(minutes: number): void {
  useEffect(() => {
    if (minutes === 0) return;
    let last = Date.now();
    const touched = () => {
      last = Date.now();
    };
    const look = setInterval(() => {
      if (Date.now() - last < minutes * 60_000) return;
      clearInterval(look);
      service().session.lock().then(sessionChanged).catch(noticeOfFailure);
    }, lookMilliseconds);
    for (const sign of signs) window.addEventListener(sign, touched, { passive: true, capture: true });
    return () => {
      clearInterval(look);
      for (const sign of signs) window.removeEventListener(sign, touched, { capture: true });
    };
  }, [minutes]);
}
