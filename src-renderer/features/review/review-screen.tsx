import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { ConflictItem, SettledItem } from '#shared/contract/window/sync';
import { recordType } from '#shared/records/registry';
import { navigate, useRoute } from '../../app/navigation';
import { momentText } from '../../components/day';
import { Empty } from '../../components/empty';
import { Problem } from '../../components/problem';
import { useLanguage } from '../../i18n/words';
import { numberText } from '../format';
import { openRecord } from '../open-record';
import { useConflicts, useSettled } from './conflict-data';
import { decide } from './decide';
import { FieldConflict, focusFirstField } from './field-conflict';
import classes from './review.module.css';
import { groupByRecord, hasSameSides, placeAndPerson, type RecordGroup, takeAll, versionsOf } from './versions';
import { useReviewWords } from './words';

type Titles = Readonly<Record<string, string>>;
type Tab = 'open' | 'settled';

/** Đối chiếu thay đổi: records in two versions at the left, the fields of one of them at the right, each for a person to settle. */
export function ReviewScreen() {
  const say = useReviewWords();
  const { query = {} } = useRoute();
  const tab: Tab = query['tab'] === 'settled' ? 'settled' : 'open';
  const open = useConflicts();
  const settled = useSettled();
  const failed = open.error ?? settled.error;
  const groups = groupByRecord<ConflictItem | SettledItem>((tab === 'open' ? open.data?.items : settled.data?.items) ?? []);
  const chosen = groups.find(({ recordId }) => recordId === query['record']) ?? groups[0];
  const titles: Titles = { ...open.data?.titles, ...settled.data?.titles };
  const show = (next: { tab?: Tab; record?: string }) =>
    navigate({ screen: 'sync', query: { view: 'review', tab: next.tab ?? tab, record: next.record ?? '' } }, { replace: true });
  return (
    <div className={classes.screen}>
      <header className={classes.head}>
        <button
          type="button"
          className={classes.back}
          aria-label={say('back')}
          title={say('back')}
          onClick={() => navigate({ screen: 'sync' })}
        >
          <IconArrowLeft size="1.125rem" aria-hidden />
        </button>
        <div>
          <h1>{say('title')}</h1>
          <p>{say('intro')}</p>
        </div>
      </header>
      {failed && <Problem error={failed} />}
      <div className={classes.work}>
        <div className={classes.list}>
          <nav className={classes.tabs} aria-label={say('tabs')}>
            {(['open', 'settled'] as const).map((name) => (
              <button key={name} type="button" aria-current={name === tab ? 'page' : undefined} onClick={() => show({ tab: name })}>
                {say(name)} <b>{(name === 'open' ? open.data?.total : settled.data?.items.length) ?? 0}</b>
              </button>
            ))}
          </nav>
          <ul aria-label={say('records')}>
            {groups.map((group) => (
              <RecordRow
                key={group.recordId}
                group={group}
                chosen={group.recordId === chosen?.recordId}
                onChoose={() => show({ record: group.recordId })}
              />
            ))}
          </ul>
        </div>
        <div className={classes.record}>
          {chosen ? (
            <RecordFields
              key={chosen.recordId}
              group={chosen}
              titles={titles}
              tab={tab}
              rest={(open.data?.total ?? 0) - (open.data?.items.length ?? 0)}
            />
          ) : (
            (tab === 'open' ? open.data : settled.data) && (
              <Empty
                title={say(tab === 'open' ? 'allDone' : 'noneSettled')}
                hint={say(tab === 'open' ? 'allDoneHint' : 'noneSettledHint')}
              />
            )
          )}
        </div>
      </div>
    </div>
  );
}

function RecordRow({ group, chosen, onChoose }: { group: RecordGroup; chosen: boolean; onChoose: () => void }) {
  const say = useReviewWords();
  const language = useLanguage();
  const [first] = group.items;
  if (!first) return null;
  const names = group.items.map(({ type, field }) => recordType(type).fields[field]?.label[language] ?? field);
  return (
    <li>
      <button type="button" className={classes.row} aria-current={chosen || undefined} onClick={onChoose}>
        <b title={group.title}>{group.title}</b>
        <span>
          {recordType(first.type).label[language]} · {say('fields', { count: group.items.length })}
        </span>
        <span title={names.join(', ')}>{names.join(', ')}</span>
      </button>
    </li>
  );
}

function RecordFields({ group, titles, tab, rest }: { group: RecordGroup; titles: Titles; tab: Tab; rest: number }) {
  const say = useReviewWords();
  const language = useLanguage();
  const pane = useRef<HTMLDivElement>(null);
  const moved = useRef(false);
  const [first] = group.items;
  const count = group.items.length;
  // The next field gets the focus once the settled one has gone.
  useEffect(() => {
    if (moved.current) focusFirstField();
    moved.current = false;
  }, [count]);
  if (!first) return null;
  const shown = new Set(group.items.map(({ field }) => field));
  const onDecided = () => {
    moved.current = tab === 'open';
  };
  const [left, right] = versionsOf(first);
  const whole = tab === 'open' && count > 1 && hasSameSides(group.items);
  const take = async (side: 0 | 1) => {
    const undo = group.items.map((item) => ({ id: item.id, choice: 'winner' as const }));
    if (await decide(takeAll(group.items, side), say('decidedAll', { count }), undo)) onDecided();
  };
  return (
    <div ref={pane} className={classes.fields}>
      <header className={classes.recordHead}>
        <div>
          <h2>{group.title}</h2>
          <p>{say('keys')}</p>
        </div>
        <Button variant="default" onClick={() => void openRecord(first.type, first.recordId)}>
          {say('openRecord')}
        </Button>
      </header>
      {whole && (
        <div className={classes.whole}>
          {([left, right] as const).map((version, side) => (
            <Button key={version.choice} variant="default" onClick={() => void take(side as 0 | 1)}>
              {version.side.author.here && !(side === 0 ? right : left).side.author.here
                ? say('allHere', { count })
                : say('allOf', { count, who: placeAndPerson(version.side, say) })}
            </Button>
          ))}
        </div>
      )}
      {group.items.map((item) => (
        <FieldConflict
          key={item.id}
          item={item}
          shown={shown}
          titles={titles}
          {...('settledAt' in item ? { note: settledNote(item as SettledItem, say), present: (item as SettledItem).present } : {})}
          onDecided={onDecided}
        />
      ))}
      <p className={classes.quiet}>
        {say('keptNote')} {rest > 0 && tab === 'open' && say('more', { count: numberText(rest, language) })}
      </p>
    </div>
  );
}

function settledNote({ settledAt, settledBy }: SettledItem, say: ReturnType<typeof useReviewWords>): string {
  const at = momentText(settledAt);
  return settledBy.name === '' ? say('settledNote', { at }) : say('settledBy', { at, by: settledBy.name });
}
