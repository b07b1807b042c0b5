import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import type { ConflictItem, SettledItem } from '#shared/contract/window/sync';
import { recordType } from '#shared/records/registry';
import { navigate, useRoute } from '../../app/navigation';
import { momentText } from '../../components/day';
import { Empty } from '../../components/empty';
import { Problem } from '../../components/problem';
import { ScreenHead } from '../../components/screen-head';
import { useLanguage } from '../../i18n/words';
import { numberText } from '../format';
import { openRecord } from '../open-record';
import { useConflicts, useSettled } from './conflict-data';
import { decide } from './decide';
import { FieldConflict, focusFirstField } from './field-conflict';
import panel from '../../components/panel.module.css';
import tone from '../../components/tone.module.css';
import classes from './review.module.css';
import { Unaware } from './version-card';
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
      <ScreenHead title={say('title')} intro={say('intro')} back={{ to: { screen: 'sync' }, text: say('back') }} />
      {failed && <Problem error={failed} />}
      <div className={classes.work}>
        <div className={`${panel.panel} ${classes.list}`}>
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
        <div className={`${panel.panel} ${classes.record}`}>
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
  const [left, right] = versionsOf(first);
  const whole = tab === 'open' && count > 1 && hasSameSides(group.items);
  const own = new Set(group.items.map(({ field }) => field));
  const unawareOf = (side: 0 | 1) => versionsOf(first)[side].side.unaware.filter(({ field }) => !own.has(field));
  // Where all fields stand between the same two people, what each did not know is told once, above.
  const told = whole ? [...unawareOf(0), ...unawareOf(1)].map(({ field }) => field) : [];
  const shown = new Set([...own, ...told]);
  const onDecided = () => {
    moved.current = tab === 'open';
  };
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
            <div key={version.choice}>
              <Button variant="default" fullWidth onClick={() => void take(side as 0 | 1)}>
                {version.side.author.here && !(side === 0 ? right : left).side.author.here
                  ? say('allHere', { count })
                  : say('allOf', { count, who: placeAndPerson(version.side, say) })}
              </Button>
              <Unaware type={first.type} changes={unawareOf(side as 0 | 1)} titles={titles} />
            </div>
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
      <p className={tone.quiet}>
        {say('keptNote')} {rest > 0 && tab === 'open' && say('more', { count: numberText(rest, language) })}
      </p>
    </div>
  );
}

function settledNote({ settledAt, settledBy }: SettledItem, say: ReturnType<typeof useReviewWords>): string {
  const at = momentText(settledAt);
  return settledBy.name === '' ? say('settledNote', { at }) : say('settledBy', { at, by: settledBy.name });
}
