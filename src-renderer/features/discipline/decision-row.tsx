import type { RecordView } from '#shared/contract/window/common';
import { limitationOf } from '#shared/rules/discipline/limitation';
import { packFor } from '#shared/rules/packs/index';
import { codeLabel } from '#shared/rules/code-lists/index';
import { Chip } from '../../components/chip';
import { dayText, today as dayNow } from '../../components/day';
import { Due } from '../../components/due';
import { SyncMark } from '../../components/sync-mark';
import { useLanguage } from '../../i18n/words';
import type { DecisionValues } from './decision-values';
import classes from '../../components/register-row.module.css';
import { limitationFacts } from './limitation-facts';
import { useDisciplineWords } from './words';

const severe: Readonly<Record<string, 'neutral' | 'warn' | 'bad'>> = {
  CANH_CAO: 'warn',
  CACH_CHUC: 'warn',
  KHAI_TRU: 'bad',
  GIAI_TAN: 'bad',
};

/** A line of the book of discipline: who, by which form, by how many votes, and what still hangs on it. */
export function DecisionRow({ record, titles }: { record: RecordView; titles: Readonly<Record<string, string>> }) {
  const say = useDisciplineWords();
  const language = useLanguage();
  const v = record.values as unknown as DecisionValues;
  const today = dayNow();
  const limitation = limitationOf(limitationFacts(v, today), packFor(v.signedOn ?? today).discipline);
  const complaint = (v.complaints ?? []).find(({ decidedOn }) => !decidedOn);
  const who = titles[v.member ?? v.organisation ?? ''] ?? record.title;
  const votes = (v.votes ?? []).find(({ form }) => form === v.form)?.votes;
  const form = v.form ?? '';
  return (
    <div className={classes.row}>
      <span className={classes.text}>
        <span className={classes.title} title={who}>
          {who}
        </span>
        <span className={classes.place}>
          {[String(record.values['number'] ?? ''), dayText(v.signedOn ?? ''), codeLabel('disciplineLevel', v.level ?? '', language)]
            .filter(Boolean)
            .join(' · ')}
        </span>
        <span className={classes.place}>
          {[
            votes !== undefined && v.votersTotal !== undefined ? say('rowVotes', { votes, total: v.votersTotal }) : say('rowNoVotes'),
            limitation.state === 'expired' ? say('rowLimitationOver') : '',
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      <span className={classes.side}>
        <Chip tone={severe[form] ?? 'neutral'}>{codeLabel('disciplineForm', form, language)}</Chip>
        {complaint?.dueOn ? (
          <Due date={complaint.dueOn} />
        ) : v.wrongful && !v.restoredOn ? (
          <Chip tone="bad">{say('rowWrongful')}</Chip>
        ) : null}
        <span className={classes.state}>
          <span>
            {codeLabel('disciplineState', v.state ?? '', language)}
            {v.state === 'HIEU_LUC' && v.expiresOn && ` ${say('rowUntil', { day: dayText(v.expiresOn) })}`}
          </span>
          <SyncMark state={record.sync} wordless />
        </span>
      </span>
    </div>
  );
}
