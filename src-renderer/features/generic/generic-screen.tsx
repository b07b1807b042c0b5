import { recordType } from '#shared/records/registry';
import type { RecordTypeName } from '#shared/records/record-type-name';
import { navigate, useRoute } from '../../app/navigation';
import { useShortcut } from '../../app/shortcuts';
import { endEdit, useEditRequest } from '../edit-field';
import { Empty } from '../../components/empty';
import { registers } from './registers';
import { Register } from './register';
import { RecordPanel } from './record-panel';
import { NewRecord } from './new-record';
import classes from './generic.module.css';
import { useGenericWords } from './words';

/** A register made from the definition of its record type: list on the left, the record on the right. `only`: the tabs stand elsewhere. */
export function GenericScreen({ only }: { only?: RecordTypeName }) {
  const say = useGenericWords();
  const { screen, id, query = {} } = useRoute();
  const types = only ? ([only] as const) : (registers[screen] ?? ['task']);
  const type = types.find((name) => name === query['type']) ?? types[0];
  const creating = query['new'] === '1' && recordType(type).author === undefined;
  const { new: _new, edit: _edit, value: _value, ...kept } = query;
  const edit = useEditRequest(type);
  const show = (next?: string, how: { replace?: boolean } = {}) =>
    navigate({ screen, ...(next ? { id: next } : {}), query: { ...kept, type } }, how);
  const create = () => navigate({ screen, query: { ...kept, type, new: '1' } });
  // What only the province writes is read here.
  const own = recordType(type).author === undefined;
  useShortcut('new', create, own);
  return (
    <div className={classes.screen} data-open={id !== undefined || creating || undefined}>
      <Register
        key={type}
        screen={screen}
        types={types}
        type={type}
        query={kept}
        selected={id}
        onOpen={(record, { moving }) => show(record.id, { replace: moving })}
        onCreate={own ? create : undefined}
      />
      <section className={classes.record}>
        {creating ? (
          <NewRecord key={type} type={type} onSaved={(record) => show(record.id, { replace: true })} onCancel={() => show()} />
        ) : id ? (
          <RecordPanel
            key={`${id} ${edit?.focus ?? ''}`}
            type={type}
            id={id}
            edit={edit}
            onEdited={() => endEdit({ screen, id, query: { ...kept, type } })}
            onClose={() => show()}
          />
        ) : (
          <Empty title={say('chooseTitle')} hint={say(own ? 'chooseHint' : 'chooseHintRead')} />
        )}
      </section>
    </div>
  );
}
