import { recordType } from '#shared/records/registry';
import type { RecordTypeName } from '#shared/records/record-type-name';
import type { RecordView } from '#shared/contract/window/common';
import { useRoute } from '../../app/navigation';
import { useSession } from '../../app/session';
import { today } from '../../components/day';
import { Problem } from '../../components/problem';
import { RecordForm } from '../../components/record-form/index';
import { useLanguage } from '../../i18n/words';
import { useNextNumber } from '../next-number';
import { firstValues, linkedValues, yearlyNumber } from './first-values';
import classes from './generic.module.css';
import { incomingNumber, outgoingNumber } from './outgoing-number';
import { useGenericWords } from './words';

/** An empty form with what can be known: the next number, today, the usual state. */
export function NewRecord({
  type,
  onSaved,
  onCancel,
}: {
  type: RecordTypeName;
  onSaved: (record: RecordView) => void;
  onCancel: () => void;
}) {
  const say = useGenericWords();
  const language = useLanguage();
  const committee = useSession()?.committee;
  const { query = {} } = useRoute();
  const outgoing = type === 'outgoingDocument';
  const number = yearlyNumber(type);
  const day = today();
  const next = useNextNumber(type, number, day);
  if (next.error) return <Problem error={next.error} retry={next.again} />;
  if (number !== undefined && next.number === undefined) return <div aria-busy="true" />;
  return (
    <>
      <header className={classes.recordHead}>
        <h2>{say('newTitle', { type: recordType(type).label[language] })}</h2>
      </header>
      <div className={classes.sheet}>
        <RecordForm
          type={type}
          initial={{
            ...firstValues(type, day),
            ...linkedValues(type, query),
            ...(number ? { [number]: next.number } : {}),
            ...(outgoing ? { term: committee?.term } : {}),
          }}
          proposal={outgoing ? outgoingNumber(committee?.symbol ?? '', day) : type === 'incomingDocument' ? incomingNumber(day) : undefined}
          onSaved={onSaved}
          onCancel={onCancel}
        />
      </div>
    </>
  );
}
