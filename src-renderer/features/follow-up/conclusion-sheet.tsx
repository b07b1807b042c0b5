import { Button } from '@mantine/core';
import type { RecordView } from '#shared/contract/window/common';
import { codeLabel } from '#shared/rules/code-lists/index';
import { newRecordRoute } from '../../app/new-record';
import { navigate } from '../../app/navigation';
import { today as dayNow } from '../../components/day';
import panel from '../../components/panel.module.css';
import { useLanguage } from '../../i18n/words';
import { service, useQueryOf } from '../../service/use-service';
import { DutyRows } from './board';
import work from '../work/work.module.css';
import { useFollowUpWords } from './words';

interface Item {
  id: string;
  summary?: string;
  conclusion?: string;
}

/** The duties of a conclusion with how far they are, and what was concluded on each item. */
export function ConclusionSheet({ record }: { record: RecordView }) {
  const say = useFollowUpWords();
  const language = useLanguage();
  const today = dayNow();
  const board = useQueryOf(['work', 'followUp', 'all', today], () => service().followUp.board({ today, done: true }));
  const duties = (board.data?.duties ?? []).filter(({ from }) => from?.id === record.id);
  const items = (record.values['items'] ?? []) as readonly Item[];
  return (
    <div className={work.stackGap}>
      <section className={panel.panel} aria-label={say('board')}>
        <header className={`${panel.head} ${panel.inner}`}>
          <h2>{say('dutiesOf', { count: duties.length })}</h2>
        </header>
        {duties.length === 0 ? <p className={panel.none}>{say('none')}</p> : <DutyRows duties={duties} />}
        <footer className={panel.foot}>
          <Button variant="default" onClick={() => navigate(newRecordRoute('duty'))}>
            {say('add')}
          </Button>
        </footer>
      </section>
      {items.length > 0 && (
        <section className={panel.panel} aria-label={say('items')}>
          <header className={`${panel.head} ${panel.inner}`}>
            <h2>{say('items')}</h2>
          </header>
          <div className={panel.body}>
            <ul className={work.lines}>
              {items.map((item, index) => (
                <li key={item.id}>
                  {index + 1}. {item.summary} {item.conclusion && <b>{codeLabel('denunciationConclusion', item.conclusion, language)}</b>}
                </li>
              ))}
            </ul>
          </div>
        </section>
      )}
    </div>
  );
}
