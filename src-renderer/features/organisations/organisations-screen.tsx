import { Button } from '@mantine/core';
import { IconFileImport, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { newRecordRoute } from '../../app/new-record';
import { navigate, useRoute } from '../../app/navigation';
import { useShortcut } from '../../app/shortcuts';
import { today } from '../../components/day';
import { Empty } from '../../components/empty';
import { SheetImportPanel } from '../archive/sheet-import-panel';
import { endEdit } from '../edit-field';
import { GenericScreen } from '../generic/generic-screen';
import generic from '../generic/generic.module.css';
import { RecordPanel } from '../generic/record-panel';
import { DayInput } from '../work/day-input';
import { Tabs } from '../work/tabs';
import { OrganisationTree } from './organisation-tree';
import classes from './organisations.module.css';
import { useOrganisationWords } from './words';

/** Tổ chức và đảng viên: the tree on any day, the two registers, and lists of the office that come in. */
export function OrganisationsScreen() {
  const say = useOrganisationWords();
  const { query = {}, id } = useRoute();
  const type = query['type'];
  const view = query['view'];
  const inTree = view === 'tree' || (view === undefined && type === undefined && query['new'] !== '1');
  const importing = view === 'import';
  const add = () => navigate(newRecordRoute('organisation'));
  useShortcut('new', add, inTree);
  return (
    <div className={classes.screen}>
      {(inTree || importing) && <h1 className="visually-hidden">{say('title')}</h1>}
      <div className={classes.bar}>
        <Tabs
          label={say('views')}
          tabs={[
            { text: say('tree'), to: { screen: 'organisations' }, current: inTree },
            {
              text: say('organisations'),
              to: { screen: 'organisations', query: { type: 'organisation' } },
              current: !inTree && type === 'organisation',
            },
            {
              text: say('members'),
              to: { screen: 'organisations', query: { type: 'partyMember' } },
              current: !importing && type === 'partyMember',
            },
          ]}
        />
        <Button
          variant="default"
          leftSection={<IconFileImport size={16} aria-hidden />}
          onClick={() => navigate({ screen: 'organisations', query: { view: 'import' } })}
        >
          {say('import')}
        </Button>
      </div>
      {importing ? (
        <div className={classes.import}>
          <SheetImportPanel
            kinds={['partyMember', 'organisation']}
            fixed={{}}
            onClose={() => navigate({ screen: 'organisations', query: { type: 'partyMember' } })}
          />
        </div>
      ) : inTree ? (
        <Tree id={id} onAdd={add} />
      ) : (
        <div className={classes.registers}>
          <GenericScreen only={type === 'partyMember' ? 'partyMember' : 'organisation'} />
        </div>
      )}
    </div>
  );
}

/** The tree on the left keeps its place while one organisation is read at the right. */
function Tree({ id, onAdd }: { id: string | undefined; onAdd: () => void }) {
  const say = useOrganisationWords();
  const [day, setDay] = useState(today());
  const show = (next?: string, replace = false) =>
    navigate({ screen: 'organisations', ...(next ? { id: next } : {}), query: { view: 'tree' } }, { replace });
  return (
    <div className={generic.screen} data-open={id !== undefined || undefined}>
      <div className={generic.register}>
        <header className={classes.treeHead}>
          <DayInput label={say('onDay')} value={day} onChange={(next) => setDay(next ?? today())} />
          <p>{day === today() ? say('onDayHint') : say('onDayPast')}</p>
          <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={onAdd}>
            {say('add')}
          </Button>
        </header>
        <OrganisationTree day={day} selected={id} onOpen={(next, { moving }) => show(next, moving)} />
      </div>
      <section className={generic.record}>
        {id === undefined ? (
          <Empty title={say('choose')} hint={say('chooseHint')} />
        ) : (
          <RecordPanel
            key={id}
            type="organisation"
            id={id}
            edit={undefined}
            onEdited={() => endEdit({ screen: 'organisations', id, query: { view: 'tree' } })}
            onClose={() => show()}
          />
        )}
      </section>
    </div>
  );
}
