import { Button } from '@mantine/core';
import { IconDeviceUsb, IconRefresh } from '@tabler/icons-react';
import type { CourierLook, CourierStatus } from '#shared/contract/window/courier';
import { Problem } from '../../components/problem';
import { ScreenHead } from '../../components/screen-head';
import { useLanguage } from '../../i18n/words';
import { queries } from '../../service/queries';
import { service, useLive, useQueryOf } from '../../service/use-service';
import { bytesText } from '../format';
import panel from '../../components/panel.module.css';
import classes from './courier.module.css';
import { chooseStick, useCourierRun } from './courier-run';
import { EnrolGuide } from './enrol-guide';
import { ReadGuide } from './read-guide';
import { WriteGuide } from './write-guide';
import { useCourierWords } from './words';

/** Đồng bộ qua USB: one stick, two guides that tell at each step what to do with it. */
export function CourierScreen() {
  const say = useCourierWords();
  const dir = useCourierRun((run) => run.dir);
  const status = useQueryOf(['courier', 'status'], () => service().courier.status(), { keep: true });
  const look = useQueryOf(['courier', 'look', dir ?? ''], () => service().courier.look({ dir: dir ?? '' }), {
    enabled: dir !== undefined,
    keep: true,
  });
  useLive((event) => {
    if (event.kind === 'courier')
      queries.setQueryData<CourierStatus>(['courier', 'status'], (old) => old && { ...old, progress: event.progress });
  });
  const there = dir === undefined || look.isError ? undefined : look.data;
  return (
    <div className={classes.screen}>
      <ScreenHead title={say('title')} intro={say('intro')} back={{ to: { screen: 'sync' }, text: say('back') }} />
      {status.error && <Problem error={status.error} retry={() => void status.refetch()} />}
      <Stick dir={dir} look={there} onLook={() => void look.refetch()} />
      {look.isError && dir !== undefined && <Problem error={look.error} retry={() => void look.refetch()} />}
      {status.data && (
        <div className={classes.guides}>
          {status.data.hub ? (
            <>
              <WriteGuide status={status.data} look={there} />
              <ReadGuide status={status.data} look={there} />
            </>
          ) : (
            <EnrolGuide status={status.data} look={there} />
          )}
        </div>
      )}
    </div>
  );
}

/** The stick in hand: where it is, how much room it has, what of others lies on it. */
function Stick({ dir, look, onLook }: { dir: string | undefined; look: CourierLook | undefined; onLook: () => void }) {
  const say = useCourierWords();
  const language = useLanguage();
  const facts = [
    look?.freeBytes != null && say('free', { size: bytesText(look.freeBytes, language) }),
    look && !look.writable && say('readOnly'),
    look && look.others > 0 && say('others', { count: look.others }),
  ].filter((fact) => typeof fact === 'string');
  return (
    <div className={`${panel.panel} ${classes.stick}`}>
      <IconDeviceUsb size={20} aria-hidden />
      <p>
        <b>{dir === undefined ? say('stickNone') : say('stick', { dir })}</b>
        {facts.length > 0 && <span>{facts.join(' · ')}</span>}
      </p>
      {dir !== undefined && (
        <Button variant="default" leftSection={<IconRefresh size={16} aria-hidden />} onClick={onLook}>
          {say('look')}
        </Button>
      )}
      <Button variant={dir === undefined ? 'filled' : 'default'} onClick={() => void chooseStick()}>
        {dir === undefined ? say('choose') : say('chooseOther')}
      </Button>
    </div>
  );
}
