import { Button, TextInput } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { type RefObject, useState } from 'react';
import { askLeave, recordsIn } from '../app/leave';
import { defineWords } from '../i18n/words';
import { callError, type CallError } from '../service/app-error';
import { Problem } from './problem';

const useWords = defineWords('print', {
  vi: { print: 'In', reason: 'Lý do in tài liệu mật', again: 'In với lý do này' },
  en: { print: 'Print', reason: 'Why secret papers are printed', again: 'Print with this reason' },
});

/**
 * Prints one part of the page on paper of its own: a copy of it stands alone while the system's dialog is open. Controls marked `data-screen`
 * and buttons stay on the screen. Whoever calls it asks before (app/leave), or prints no record.
 */
export function printPart(part: HTMLElement): void {
  const sheet = document.createElement('div');
  sheet.id = 'print';
  // What is printed in training says so on the paper.
  const { training } = document.documentElement.dataset;
  if (training !== undefined) sheet.dataset['training'] = training;
  const copy = part.cloneNode(true) as HTMLElement;
  for (const control of copy.querySelectorAll('[data-screen], .mantine-Button-root')) control.remove();
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

/** Asks the policy of secrecy for every record that stands in the part (`data-record`), logs that it was printed, and prints it. */
export function PrintButton({ part, label, what }: { part: RefObject<HTMLElement | null>; label?: string; what: string }) {
  const say = useWords();
  const [error, setError] = useState<CallError>();
  const [reason, setReason] = useState('');
  const print = async () => {
    if (!part.current) return;
    try {
      await askLeave('print', recordsIn(part.current), what, reason);
      setError(undefined);
      printPart(part.current);
    } catch (failure) {
      setError(callError(failure));
    }
  };
  return (
    <>
      <Button variant="default" data-screen leftSection={<IconPrinter size="1rem" aria-hidden />} onClick={() => void print()}>
        {error ? say('again') : (label ?? say('print'))}
      </Button>
      {error && (
        <div data-screen>
          <Problem error={error} />
          {error.code !== 'access.secrecy' && error.code !== 'access.denied' && (
            <TextInput label={say('reason')} value={reason} onChange={(event) => setReason(event.currentTarget.value)} maxLength={500} />
          )}
        </div>
      )}
    </>
  );
}
