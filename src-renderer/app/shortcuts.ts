import { useEffect, useRef } from 'react';

/**
 * Keys of the window. The part that was mounted last answers first (a form before the page around it); a handler that
 * returns false lets the next one answer.
 */
export type Shortcut = 'new' | 'save' | 'search' | 'help' | 'escape' | 'back' | 'forward' | 'undo';
type Handler = () => boolean | void;

const stacks: Record<Shortcut, Handler[]> = { new: [], save: [], search: [], help: [], escape: [], back: [], forward: [], undo: [] };

export function shortcutOf(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>): Shortcut | undefined {
  const control = event.ctrlKey || event.metaKey;
  if (control && !event.altKey && !event.shiftKey)
    return ({ n: 'new', s: 'save', k: 'search', z: 'undo' } as const)[event.key.toLowerCase() as 'n'];
  if (event.altKey && !control) return ({ ArrowLeft: 'back', ArrowRight: 'forward' } as const)[event.key as 'ArrowLeft'];
  return ({ F1: 'help', Escape: 'escape' } as const)[event.key as 'F1'];
}

window.addEventListener('keydown', (event) => {
  const shortcut = shortcutOf(event);
  if (!shortcut || event.defaultPrevented) return;
  // In a field Ctrl+Z takes back typing.
  if (shortcut === 'undo' && event.target instanceof Element && event.target.closest('input, textarea')) return;
  const handled = stacks[shortcut].toReversed().some((handler) => handler() !== false);
  if (handled) event.preventDefault();
});

/** Answers a key while the component is shown (and `enabled`). */
export function useShortcut(shortcut: Shortcut, handler: Handler, enabled = true): void {
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  useEffect(() => {
    if (!enabled) return;
    const entry: Handler = () => latest.current();
    stacks[shortcut].push(entry);
    return () => {
      stacks[shortcut] = stacks[shortcut].filter((other) => other !== entry);
    };
  }, [shortcut, enabled]);
}
