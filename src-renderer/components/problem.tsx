import { Button } from '@mantine/core';
import { IconAlertTriangleFilled } from '@tabler/icons-react';
import { errorTable } from '#shared/errors/error-table';
import { messageOf } from '#shared/errors/app-error';
import { approvedActions } from '#shared/secrecy/second-person';
import { defineWords, useLanguage } from '../i18n/words';
import { callError } from '../service/app-error';
import classes from './problem.module.css';
import { SecondPerson } from './second-person';

const useWords = defineWords('problem', { vi: { retry: 'Thử lại' }, en: { retry: 'Try again' } });

/** What happened, what is safe, what to do: the text of the one error table, announced to screen readers. Where a second person is needed, the way to one. */
export function Problem({ error, retry }: { error: unknown; retry?: () => void }) {
  const say = useWords();
  const language = useLanguage();
  const { code, details } = callError(error);
  const whole = messageOf(code, details, language);
  const { what } = errorTable[code][language];
  const cut = what.includes('{') ? whole.indexOf('. ') + 1 : what.length;
  const record = details['record'];
  const action = approvedActions.find((one) => one === details['action']);
  const text = (
    <div className={classes.problem} role="alert">
      <IconAlertTriangleFilled size="1.125rem" aria-hidden className={classes.icon} />
      <p>
        <strong>{whole.slice(0, cut)}</strong>
        {whole.slice(cut)}
      </p>
      {retry && (
        <Button variant="default" size="sm" onClick={retry}>
          {say('retry')}
        </Button>
      )}
    </div>
  );
  if (code !== 'access.needsSecond' || typeof record !== 'string' || action === undefined) return text;
  return (
    <>
      {text}
      <SecondPerson action={action} recordId={record} />
    </>
  );
}
