import { codeLabel } from '#shared/rules/code-lists/index';
import { Chip } from '../../components/chip';
import { today } from '../../components/day';
import { Empty } from '../../components/empty';
import { Panel } from '../../components/panel';
import { Problem } from '../../components/problem';
import { useLanguage } from '../../i18n/words';
import { service, useQueryOf } from '../../service/use-service';
import { DisposalPanel } from './disposal-panel';
import classes from './retention.module.css';
import { useRetentionWords } from './words';

const toneOf = { DU_THAO: 'neutral', DA_XET: 'warn', DA_TIEU_HUY: 'good', DINH_CHI: 'neutral' } as const;

/** Đợt tiêu hủy: the list on the left, the chosen one with what is still missing on the right. */
export function DisposalList({ chosen, onChoose }: { chosen: string | undefined; onChoose(id: string): void }) {
  const say = useRetentionWords();
  const language = useLanguage();
  const day = today();
  const year = Number(day.slice(0, 4));
  const found = useQueryOf(['archive', 'retention', year], () => service().retention.overview({ year, today: day }), { keep: true });
  if (found.error) return <Problem error={found.error} />;
  const disposals = found.data?.disposals ?? [];
  return (
    <div className={classes.disposals}>
      <Panel title={say('disposals')} flush>
        {found.data && disposals.length === 0 && <Empty title={say('none')} hint={say('noneHint')} />}
        <ul className={classes.choices}>
          {disposals.map((one) => (
            <li key={one.id}>
              <button type="button" aria-current={one.id === chosen || undefined} onClick={() => onChoose(one.id)}>
                <strong>{one.name}</strong>
                <span className={classes.quiet}>{[say('files', { count: one.files }), one.minutes].filter(Boolean).join(' · ')}</span>
                <Chip tone={toneOf[one.state as keyof typeof toneOf] ?? 'neutral'}>{codeLabel('disposalState', one.state, language)}</Chip>
              </button>
            </li>
          ))}
        </ul>
      </Panel>
      {chosen ? <DisposalPanel key={chosen} id={chosen} /> : <Panel title={say('proof')}>{say('pick')}</Panel>}
    </div>
  );
}
