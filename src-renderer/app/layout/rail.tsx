import {
  IconArchive,
  IconBriefcase,
  IconBuildingCommunity,
  IconCheckbox,
  IconClipboardText,
  IconFileCheck,
  IconFiles,
  IconGavel,
  IconLayoutDashboard,
  IconListCheck,
  IconMail,
  IconRefresh,
  IconSearch,
  IconSettings,
  type TablerIcon,
} from '@tabler/icons-react';
import { today } from '../../components/day';
import { service, useQueryOf } from '../../service/use-service';
import { useRoute } from '../navigation';
import { formatRoute, type Screen } from '../route';
import { useSession } from '../session';
import { useSettled } from '../settled';
import classes from './frame.module.css';
import { useFrameWords } from './words';

const groups: readonly { readonly key: 'daily' | 'papers' | 'whole'; readonly items: readonly (readonly [Screen, TablerIcon])[] }[] = [
  {
    key: 'daily',
    items: [
      ['overview', IconLayoutDashboard],
      ['petitions', IconMail],
      ['cases', IconBriefcase],
      ['discipline', IconGavel],
      ['follow-up', IconListCheck],
      ['tasks', IconCheckbox],
      ['documents', IconFiles],
    ],
  },
  {
    key: 'papers',
    items: [
      ['archive', IconArchive],
      ['pages', IconFileCheck],
      ['search', IconSearch],
    ],
  },
  {
    key: 'whole',
    items: [
      ['reports', IconClipboardText],
      ['organisations', IconBuildingCommunity],
      ['sync', IconRefresh],
      ['settings', IconSettings],
    ],
  },
];

/** Where people go, with how much is open there. */
export function Rail() {
  const say = useFrameWords();
  const { screen } = useRoute();
  const session = useSession();
  const counts = useCounts();
  return (
    <nav className={classes.rail} aria-label={say('nav')}>
      {groups.map(({ key, items }) => (
        <div key={key}>
          <p className={classes.group}>{say(key)}</p>
          {items.map(([name, Icon]) => {
            const label = name === 'search' ? say('search_') : say(name);
            const count = counts[name] ?? 0;
            return (
              <a
                key={name}
                className={classes.item}
                href={formatRoute({ screen: name })}
                aria-current={screen === name ? 'page' : undefined}
                title={label}
              >
                <Icon aria-hidden />
                <span className={classes.name}>{name === 'organisations' ? say('organisationsShort') : label}</span>
                {count > 0 && (
                  <span className={classes.count}>
                    {count.toLocaleString('vi-VN')}
                    <span className="visually-hidden"> {say('open', { count: '' })}</span>
                  </span>
                )}
              </a>
            );
          })}
        </div>
      ))}
      {session && (
        <p className={classes.unit}>
          <strong>{session.committee.name}</strong>
          <br />
          {session.committee.province}
          <br />
          {say('term', { term: session.committee.term })}
        </p>
      )}
    </nav>
  );
}

function useCounts(): Partial<Record<Screen, number>> {
  const day = today();
  const overview = useQueryOf(['work', 'overview', day], () => service().work.overview({ today: day }), { enabled: useSettled() });
  const sync = useQueryOf(['sync', 'status'], () => service().sync.status());
  const { open = {}, pagesToCheck = 0 } = overview.data ?? {};
  return {
    petitions: open['petition'] ?? 0,
    cases: open['case'] ?? 0,
    'follow-up': open['duty'] ?? 0,
    tasks: open['task'] ?? 0,
    documents: open['incomingDocument'] ?? 0,
    pages: pagesToCheck,
    sync: (sync.data?.refused ?? 0) + (sync.data?.conflicts ?? 0) + (sync.data?.numberClashes ?? 0),
  };
}
