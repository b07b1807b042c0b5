import { useState } from 'react';
import { today as dayNow } from '../../components/day';
import { Empty } from '../../components/empty';
import { listQuery } from '../../components/list/list-state';
import { Problem } from '../../components/problem';
import { RecordForm } from '../../components/record-form';
import { navigate, useRoute } from '../../app/navigation';
import { useShortcut } from '../../app/shortcuts';
import { OpenCaseForm } from '../cases/open-case-form';
import { useNextNumber } from '../next-number';
import { Awaiting } from './awaiting';
import { Classification } from './classification';
import { Duplicates } from './duplicates';
import { isPetitionFilter } from './filters';
import { RegisterBook } from './register-book';
import { PetitionPage } from './petition-page';
import { PetitionRegister } from './petition-register';
import classes from './petitions.module.css';
import petitionClasses from './petition.module.css';
import { usePetitionWords } from './words';

/** Đơn thư: the register on the left keeps its place while one petition is worked on at the right. */
export function PetitionsScreen() {
  const say = usePetitionWords();
  const route = useRoute();
  const today = dayNow();
  const filter = isPetitionFilter(route.query?.filter) ? route.query.filter : 'all';
  const kept = listQuery(route.query);
  const [openingCase, setOpeningCase] = useState<string | null>(null);
  const show = (id?: string, moving = false) =>
    navigate({ screen: 'petitions', ...(id && { id }), query: { ...kept, filter } }, { replace: moving });
  const create = () => navigate({ screen: 'petitions', query: { ...kept, filter, new: '1' } });
  useShortcut('new', create);
  const creating = route.query?.new === '1';
  if (route.query?.view === 'book') return <RegisterBook today={today} />;
  if (route.query?.view === 'awaiting') return <Awaiting today={today} />;
  return (
    <div className={classes.screen} data-open={route.id !== undefined || creating}>
      <PetitionRegister filter={filter} today={today} selected={route.id} onSelect={show} onCreate={create} />
      <section className={classes.record} aria-label={say('choose')}>
        {creating ? (
          <NewPetition today={today} onSaved={show} onCancel={() => show()} />
        ) : route.id === undefined ? (
          <Empty title={say('choose')} hint={say('chooseHint')} />
        ) : openingCase === route.id ? (
          <OpenCaseForm petitionId={route.id} onOpened={(id) => navigate({ screen: 'cases', id })} onCancel={() => setOpeningCase(null)} />
        ) : (
          <PetitionPage
            key={`${route.id} ${route.query?.edit ?? ''}`}
            id={route.id}
            onOpenCase={() => setOpeningCase(route.id ?? null)}
            onBack={() => show()}
          />
        )}
      </section>
    </div>
  );
}

function NewPetition({ today, onSaved, onCancel }: { today: string; onSaved(id: string): void; onCancel(): void }) {
  const say = usePetitionWords();
  const { number, error, again } = useNextNumber('petition', 'number', today);
  const [typed, setTyped] = useState<Readonly<Record<string, unknown>>>({});
  return (
    <>
      <header className={petitionClasses.head}>
        <h1>{say('createTitle')}</h1>
      </header>
      <div className={petitionClasses.intake}>
        <div className={petitionClasses.form}>
          {error && <Problem error={error} retry={again} />}
          {number !== undefined && (
            <RecordForm
              type="petition"
              groups={['receipt', 'sender', 'accused', 'content']}
              initial={{ number, receivedOn: today, source: 'TRUC_TIEP', secrecy: 'THUONG', state: 'CHO_PHAN_LOAI' }}
              onSaved={(record) => onSaved(record.id)}
              onCancel={onCancel}
              onValues={setTyped}
            />
          )}
        </div>
        <aside className={petitionClasses.aside}>
          <Duplicates values={typed} />
          <Classification values={{ receivedOn: today, ...typed }} />
        </aside>
      </div>
    </>
  );
}
