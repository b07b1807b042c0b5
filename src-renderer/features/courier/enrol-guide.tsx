import { Button, TextInput } from '@mantine/core';
import { IconCertificate } from '@tabler/icons-react';
import { useState } from 'react';
import type { CourierLook, CourierStatus } from '#shared/contract/window/courier';
import { Problem } from '../../components/problem';
import panel from '../../components/panel.module.css';
import classes from './courier.module.css';
import { askEnrolment, readEnrolment, useCourierRun } from './courier-run';
import { Step } from './step';
import { useCourierWords } from './words';

/** Enrolment without a network: a request file to the province, its answer back on the same stick. */
export function EnrolGuide({ status, look }: { status: CourierStatus; look: CourierLook | undefined }) {
  const say = useCourierWords();
  const run = useCourierRun();
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const answered = look?.enrolmentAnswer === true;
  const pending = status.enrolmentPending;
  const ask = () => {
    setTried(true);
    if (code.trim() !== '') void askEnrolment(code.trim());
  };
  return (
    <section className={`${panel.panel} ${panel.stack} ${classes.guide}`} aria-label={say('enrolTitle')}>
      <header className={panel.head}>
        <IconCertificate size={18} aria-hidden />
        <h2>{say('enrolTitle')}</h2>
        <span className={panel.aside}>{say('enrolAside')}</span>
      </header>
      <ol>
        <Step n={1} state={look ? 'done' : 'now'} title={say('insert')}>
          <p>{look ? say('insertDone', { dir: look.dir }) : say('insertTodo')}</p>
        </Step>
        <Step n={2} state={pending || answered ? 'done' : look ? 'now' : 'later'} title={say('enrolAsk')}>
          <p>{run.asked ? say('enrolAsked', { file: run.asked }) : pending ? say('enrolPending') : say('enrolAskHint')}</p>
        </Step>
        <Step n={3} state={answered ? 'done' : pending ? 'now' : 'later'} title={say('enrolSend')}>
          <p>{say('enrolSendHint')}</p>
        </Step>
        <Step n={4} state={answered ? 'now' : 'later'} title={say('enrolRead')}>
          <p>{answered ? say('enrolFound') : say('enrolReadHint')}</p>
        </Step>
      </ol>
      {run.failed?.work === 'enrol' && <Problem error={run.failed.error} />}
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (answered) void readEnrolment();
          else ask();
        }}
      >
        {!answered && (
          <TextInput
            label={say('enrolCode')}
            description={say('enrolCodeHint')}
            required
            maxLength={40}
            autoComplete="off"
            value={code}
            error={tried && code.trim() === '' && say('enrolCodeProblem')}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
        )}
        <Button type="submit" fullWidth loading={run.busy === 'enrol'} disabled={!look || (!answered && !look.writable)}>
          {answered ? say('enrolRead') : say('enrolAsk')}
        </Button>
      </form>
    </section>
  );
}
