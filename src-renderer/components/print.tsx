import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import type { RefObject } from 'react';
import { defineWords } from '../i18n/words';

const useWords = defineWords('print', { vi: { print: 'In' }, en: { print: 'Print' } });

/**
 * Prints one part of the page on paper of its own: a copy of it stands alone while the system's dialog is open. Controls marked `data-screen`
 * stay on the screen.
 */
export function printPart(part: HTMLElement): void {
  const sheet = document.createElement('div');
  sheet.id = 'print';
  // What is printed in training says so on the paper.
  const { training } = document.documentElement.dataset;
  if (training !== undefined) sheet.dataset['training'] = training;
  const copy = part.cloneNode(true) as HTMLElement;
  for (const control of copy.querySelectorAll('[data-screen]')) control.remove();
  sheet.append(copy);
  document.body.append(sheet);
  document.documentElement.dataset['printing'] = '';
  const done = () => {
    sheet.remove();
    delete document.documentElement.dataset['printing'];
  };
  window.addEventListener('afterprint', done, { once: true });
  window.print();
}

export function PrintButton({ part, label }: { part: RefObject<HTMLElement | null>; label?: string }) {
  const say = useWords();
  return (
    <Button
      variant="default"
      data-screen
      leftSection={<IconPrinter size="1rem" aria-hidden />}
      onClick={() => part.current && printPart(part.current)}
    >
      {label ?? say('print')}
    </Button>
  );
}
