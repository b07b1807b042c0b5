import { IconCheck, IconHistory, IconLock, IconSchool, IconUsersGroup } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { z } from 'zod';
import type { Committee, statusSchema } from '#shared/contract/window/session';
import { navigate } from '../../app/navigation';
import { Problem } from '../../components/problem';
import { setLanguage } from '../../i18n/index';
import { useLanguage } from '../../i18n/words';
import { callError, type CallError } from '../../service/app-error';
import { service } from '../../service/use-service';
import { Cover } from './cover';
import { CreateCommittee } from './create-committee';
import { DiscardTraining } from './discard-training';
import { Restore } from './restore';
import { Unlock } from './unlock';
import classes from './unlock.module.css';
import { useUnlockWords } from './words';

type Status = z.infer<typeof statusSchema>;

/** The closed book: unlock it, create one, or practise. `onOpened` is called when the service has opened a book. */
export function UnlockScreen({ status, onOpened }: { status: Status; onOpened: () => Promise<void> }) {
  const say = useUnlockWords();
  const language = useLanguage();
  const office = status.books.find(({ book }) => book === 'office');
  const [creating, setCreating] = useState(false);
  const [restoring, setRestoring] = useState(false);
  const [typed, setTyped] = useState<Pick<Committee, 'partyCommittee' | 'province' | 'term'>>();
  const sample = useSampleOpening(onOpened);
  const tiles = (
    <div className={classes.tiles}>
      {!office && (
        <Tile
          icon={<IconUsersGroup size="1.125rem" aria-hidden />}
          title={say('create')}
          hint={say('createHint')}
          disabled={sample.opening}
          onClick={() => setCreating(true)}
        />
      )}
      <Tile
        icon={<IconHistory size="1.125rem" aria-hidden />}
        title={say('restore')}
        hint={say('restoreHint')}
        disabled={sample.opening}
        onClick={() => setRestoring(true)}
      />
      <Tile
        icon={<IconSchool size="1.125rem" aria-hidden />}
        title={say('sample')}
        hint={say('sampleHint')}
        disabled={sample.opening}
        onClick={sample.open}
      />
    </div>
  );
  const sampleState = sample.opening ? (
    <p role="status" className={classes.note}>
      <strong>{say('sampleOpening')}</strong> {say('sampleOpeningHint')}
    </p>
  ) : (
    <>
      {sample.error && <Problem error={sample.error} />}
      {status.books.some(({ book }) => book === 'sample') && <DiscardTraining onDone={onOpened} />}
    </>
  );
  return (
    <div className={classes.page}>
      <header className={classes.title}>
        <span className={classes.logo}>
          <IconCheck size={14} stroke={3} aria-hidden />
        </span>
        <span>{say('app')}</span>
      </header>
      <main className={classes.table}>
        <Cover committee={creating ? typed : office?.committee} />
        <div className={classes.desk}>
          {restoring ? (
            <Restore onDone={onOpened} onBack={() => setRestoring(false)} />
          ) : creating ? (
            <CreateCommittee onTyped={setTyped} onOpened={onOpened} onBack={() => setCreating(false)} />
          ) : office ? (
            <>
              <Unlock head={office} onOpened={onOpened} />
              <section className={classes.first} aria-label={say('sample')}>
                <p>{say('first')}</p>
                {tiles}
                {sampleState}
              </section>
            </>
          ) : (
            <>
              <h1>{say('welcome')}</h1>
              <p className={classes.lead}>{say('welcomeLead')}</p>
              {tiles}
              {sampleState}
            </>
          )}
        </div>
      </main>
      <footer className={classes.bottom}>
        <span>
          <IconLock size="0.9375rem" aria-hidden />
          {say('locked')}
        </span>
        <span>
          <button
            type="button"
            className="link"
            lang={language === 'vi' ? 'en' : 'vi'}
            onClick={() => setLanguage(language === 'vi' ? 'en' : 'vi')}
          >
            {say('language')}
          </button>
          <button type="button" className="link" onClick={() => navigate({ screen: 'guide', query: { chapter: 'mở-sổ-và-khóa-sổ' } })}>
            {say('guide')}
          </button>
          {say('version', { version: status.version })}
        </span>
      </footer>
    </div>
  );
}

function Tile({
  icon,
  title,
  hint,
  onClick,
  disabled,
}: {
  icon: ReactNode;
  title: string;
  hint: string;
  onClick: () => void;
  disabled: boolean;
}) {
  return (
    <button type="button" className={classes.tile} onClick={onClick} disabled={disabled}>
      {icon}
      <strong>{title}</strong>
      <span>{hint}</span>
    </button>
  );
}

function useSampleOpening(onOpened: () => Promise<void>) {
  const [opening, setOpening] = useState(false);
  const [error, setError] = useState<CallError>();
  const open = () => {
    setOpening(true);
    setError(undefined);
    service()
      .session.openSample()
      .then(onOpened)
      .catch((failure: unknown) => {
        setError(callError(failure));
        setOpening(false);
      });
  };
  return { opening, error, open };
}
