import { Button } from '@mantine/core';
import { IconHash } from '@tabler/icons-react';
import { navigate } from '../../app/navigation';
import { useLanguage } from '../../i18n/words';
import { rangeText, registerText, useRanges } from './range-data';
import panel from '../../components/panel.module.css';
import classes from './ranges.module.css';
import { useRangeWords } from './words';

/** Ranges that are shown beside the line; the others on their page. */
const shown = 3;

export function RangesAside({ device }: { device: string }) {
  const say = useRangeWords();
  const language = useLanguage();
  const { data } = useRanges();
  if (!data) return null;
  return (
    <section className={`${panel.panel} ${classes.aside}`} aria-label={say('asideTitle')}>
      <header className={panel.head}>
        <IconHash size={18} aria-hidden />
        <h2>{say('asideTitle')}</h2>
        <span className={panel.aside}>{say('asideHint')}</span>
      </header>
      <div>
        {data.rows.length === 0 && <p>{say('asideNone')}</p>}
        <ul>
          {data.rows.slice(0, shown).map((row) => (
            <li key={row.id}>
              <b>{rangeText(row)}</b>
              <span>
                {registerText(row, language)},{' '}
                {row.values.device === device ? say('here').toLocaleLowerCase('vi') : String(row.values.deviceName ?? '')}
              </span>
            </li>
          ))}
        </ul>
        <Button variant="default" fullWidth onClick={() => navigate({ screen: 'sync', query: { view: 'ranges' } })}>
          {say('asideOpen')}
        </Button>
      </div>
    </section>
  );
}
