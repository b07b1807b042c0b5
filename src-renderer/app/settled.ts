import { useEffect, useState } from 'react';
import { queries } from '../service/queries';

/** How long a screen may take until it asks its own first questions, in milliseconds. */
const screenTime = 600;

/** True from when the first screen has its answers: counts that nobody waits for must not keep the service from them. */
export function useSettled(): boolean {
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    if (settled) return;
    const timer = setInterval(() => {
      if (queries.isFetching() === 0) setSettled(true);
    }, screenTime);
    return () => clearInterval(timer);
  }, [settled]);
  return settled;
}
