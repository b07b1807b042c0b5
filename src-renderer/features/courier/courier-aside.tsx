import { Button } from '@mantine/core';
import { IconDeviceUsb } from '@tabler/icons-react';
import { navigate } from '../../app/navigation';
import { momentText } from '../../components/day';
import { useLanguage } from '../../i18n/words';
import { service, useQueryOf } from '../../service/use-service';
import { bytesText, numberText } from '../format';
import panel from '../../components/panel.module.css';
import classes from './courier.module.css';
import { useCourierWords } from './words';

/** Beside the line to the province: the way by stick, with what it would carry now and when it was last used. */
export function CourierAside() {
  const say = useCourierWords();
  const language = useLanguage();
  const { data } = useQueryOf(['courier', 'status'], () => service().courier.status(), { keep: true });
  if (!data) return null;
  const { hub, waiting, lastWrittenAt, lastReadAt } = data;
  return (
    <section className={`${panel.panel} ${panel.stack} ${classes.guide}`} aria-label={say('title')}>
      <header className={panel.head}>
        <IconDeviceUsb size={18} aria-hidden />
        <h2>{say('title')}</h2>
        <span className={panel.aside}>{say('asideText')}</span>
      </header>
      <div className={classes.asideBody}>
        {hub ? (
          <>
            <p>
              <b>{say('writeTitle')}</b>
              <span>
                {waiting.changes + waiting.pages > 0
                  ? `${say('asideWrite', { changes: numberText(waiting.changes, language), pages: numberText(waiting.pages, language) })}, ${bytesText(waiting.bytes, language)}`
                  : say('packNothing')}
              </span>
              {lastWrittenAt && <span>{say('lastWritten', { at: momentText(lastWrittenAt) })}</span>}
            </p>
            <p>
              <b>{say('readTitle')}</b>
              <span>{lastReadAt ? say('lastRead', { at: momentText(lastReadAt) }) : say('asideReadNever')}</span>
            </p>
          </>
        ) : (
          <p>
            <b>{say('enrolTitle')}</b>
            <span>{data.enrolmentPending ? say('enrolPending') : say('noHub')}</span>
          </p>
        )}
      </div>
      <footer>
        <Button variant="default" fullWidth onClick={() => navigate({ screen: 'sync', query: { view: 'usb' } })}>
          {hub ? say('asideOpen') : say('asideEnrol')}
        </Button>
      </footer>
    </section>
  );
}
