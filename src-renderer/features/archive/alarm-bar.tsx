import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { SecrecyAlarmView } from '#shared/contract/window/archive';
import { codeLabel } from '#shared/rules/code-lists/index';
import { navigate } from '../../app/navigation';
import { notice, noticeOfFailure } from '../../app/notices';
import { useLanguage } from '../../i18n/words';
import { service, useQueryOf } from '../../service/use-service';
import classes from './ways-in.module.css';
import { useWaysInWords } from './ways-in-words';

const levels = ['MAT', 'TOI_MAT', 'TUYET_MAT'] as const;

/** Documents that look secret: each waits for a false alarm with a reason, or for its level. */
export function AlarmBar() {
  const say = useWaysInWords();
  const found = useQueryOf(['records', 'archiveDocument', 'alarms'], () => service().archive.secrecyAlarms());
  const alarms = found.data?.alarms ?? [];
  if (alarms.length === 0) return null;
  return (
    <section className={classes.alarms} aria-label={say('alarms', { count: alarms.length })}>
      <h2>{say('alarms', { count: alarms.length })}</h2>
      <ul>
        {alarms.map((alarm) => (
          <Alarm key={alarm.documentId} alarm={alarm} />
        ))}
      </ul>
    </section>
  );
}

function Alarm({ alarm }: { alarm: SecrecyAlarmView }) {
  const say = useWaysInWords();
  const language = useLanguage();
  const [reason, setReason] = useState('');
  const [level, setLevel] = useState<string>(alarm.seen);
  const { documentId, pageId } = alarm;
  const raised = levels.find((each) => each === level) ?? 'MAT';
  const answer = async (kind: 'falseAlarm' | 'raise') => {
    const given = kind === 'raise' ? ({ kind, level: raised, basis: reason } as const) : ({ kind, reason } as const);
    const { takenOff } = await service().archive.answerAlarm({ documentId, answer: given });
    if (kind === 'raise') notice(say('takenOff', { count: takenOff }));
  };
  return (
    <li>
      <p>
        <b>{alarm.title}</b>. {say('alarmSeen', { level: codeLabel('secrecy', alarm.seen, language) })}.{' '}
        {pageId !== null && (
          <button type="button" className="link" onClick={() => navigate({ screen: 'pages', id: pageId })}>
            {say('open')}
          </button>
        )}
      </p>
      <TextInput label={say('reason')} value={reason} maxLength={500} onChange={(event) => setReason(event.currentTarget.value)} />
      <Button variant="default" disabled={reason.trim() === ''} onClick={() => void answer('falseAlarm').catch(noticeOfFailure)}>
        {say('falseAlarm')}
      </Button>
      <Select
        label={say('level')}
        value={raised}
        allowDeselect={false}
        data={levels.map((value) => ({ value, label: codeLabel('secrecy', value, language) }))}
        onChange={(value) => value !== null && setLevel(value)}
      />
      <Button disabled={reason.trim() === ''} onClick={() => void answer('raise').catch(noticeOfFailure)}>
        {say('raise')}
      </Button>
    </li>
  );
}
