import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { navigate, useRoute } from '../../app/navigation';
import { notice } from '../../app/notices';
import { useShortcut } from '../../app/shortcuts';
import { today } from '../../components/day';
import { Empty } from '../../components/empty';
import { Problem } from '../../components/problem';
import { ScreenHead } from '../../components/screen-head';
import { RecordForm } from '../../components/record-form';
import { useLanguage } from '../../i18n/words';
import { service, useQueryOf } from '../../service/use-service';
import { RecordPanel } from '../generic/record-panel';
import { rangeText, registerText, scopeText, useRanges } from './range-data';
import panel from '../../components/panel.module.css';
import classes from './ranges.module.css';
import { useRangeWords } from './words';

/** Dải số của các máy: which workstation keeps which numbers to itself; a new range for this one. */
export function RangesScreen() {
  const say = useRangeWords();
  const language = useLanguage();
  const { query = {} } = useRoute();
  const ranges = useRanges();
  const status = useQueryOf(['sync', 'status'], () => service().sync.status());
  const device = status.data?.device;
  const show = (next: Record<string, string> = {}) => navigate({ screen: 'sync', query: { view: 'ranges', ...next } }, { replace: true });
  const creating = query['new'] === '1';
  const chosen = query['range'];
  useShortcut('new', () => show({ new: '1' }));
  const rows = ranges.data?.rows ?? [];
  return (
    <div className={classes.screen}>
      <ScreenHead title={say('title')} intro={say('intro')} back={{ to: { screen: 'sync' }, text: say('back') }}>
        <Button
          variant={creating ? 'default' : 'filled'}
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => show({ new: '1' })}
        >
          {say('add')}
        </Button>
      </ScreenHead>
      {ranges.error && <Problem error={ranges.error} />}
      <div className={classes.work}>
        <div className={`${panel.panel} ${classes.list}`}>
          {ranges.data && rows.length === 0 && <Empty title={say('none')} hint={say('noneHint')} />}
          {rows.length > 0 && (
            <table>
              <thead>
                <tr>
                  <th scope="col">{say('register')}</th>
                  <th scope="col">{say('numbers')}</th>
                  <th scope="col">{say('scope')}</th>
                  <th scope="col">{say('device')}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={row.id} aria-current={row.id === chosen || undefined}>
                    <td>{registerText(row, language)}</td>
                    <td>
                      <button type="button" className="link" onClick={() => show({ range: row.id })}>
                        {rangeText(row)}
                      </button>
                    </td>
                    <td>{scopeText(row, language)}</td>
                    <td>{row.values.device === device?.id ? say('here') : String(row.values.deviceName ?? '')}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </div>
        <section className={`${panel.panel} ${classes.record}`} aria-label={creating ? say('add') : say('title')}>
          {creating && device ? (
            <>
              <header className={classes.recordHead}>
                <h2>{say('add')}</h2>
              </header>
              <div className={classes.sheet}>
                <RecordForm
                  type="numberRange"
                  initial={{ device: device.id, deviceName: device.name, year: Number(today().slice(0, 4)) }}
                  without={['device', 'deviceName']}
                  onSaved={(record) => {
                    notice(say('saved', { range: rangeText(record) }));
                    show({ range: record.id });
                  }}
                  onCancel={() => show()}
                />
              </div>
            </>
          ) : chosen ? (
            <RecordPanel key={chosen} type="numberRange" id={chosen} edit={undefined} onEdited={() => undefined} onClose={() => show()} />
          ) : (
            <Empty title={say('choose')} hint={say('chooseHint')} />
          )}
        </section>
      </div>
    </div>
  );
}
