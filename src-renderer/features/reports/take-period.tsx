import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { notice } from '../../app/notices';
import { today as dayNow } from '../../components/day';
import { Problem } from '../../components/problem';
import { callError, type CallError } from '../../service/app-error';
import { service } from '../../service/use-service';
import classes from './aside.module.css';
import type { Counted } from './cell-aside';
import { useReportWords } from './words';

/** Chốt kỳ: keeps the figures of the pack as sent. */
export function TakePeriod({
  counted,
  period,
  forms,
  onClose,
}: {
  counted: Counted;
  period: string;
  forms: readonly string[];
  onClose: () => void;
}) {
  const say = useReportWords();
  const [sentNumber, setNumber] = useState('');
  const [failure, setFailure] = useState<CallError>();
  const [busy, setBusy] = useState(false);
  const { from, to, unit } = counted;
  const take = async () => {
    setBusy(true);
    try {
      const { taken } = await service().statistics.take({
        forms: [...forms],
        from,
        to,
        ...(unit ? { unit } : {}),
        today: dayNow(),
        ...(sentNumber.trim() ? { sentNumber: sentNumber.trim() } : {}),
      });
      notice(say('taken', { count: taken }));
      onClose();
    } catch (error) {
      setFailure(callError(error));
      setBusy(false);
    }
  };
  return (
    <aside className={classes.aside} aria-label={say('takeTitle', { period })}>
      <h2>{say('takeTitle', { period })}</h2>
      <p>{say('takeText', { count: forms.length })}</p>
      <TextInput
        label={say('takeNumber')}
        placeholder="05-BC/UBKTĐU"
        value={sentNumber}
        maxLength={60}
        onChange={({ currentTarget }) => setNumber(currentTarget.value)}
      />
      {failure && <Problem error={failure} />}
      <div className={classes.acts}>
        <Button loading={busy} onClick={() => void take()}>
          {say('takeDo')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {say('cancel')}
        </Button>
      </div>
    </aside>
  );
}
