import { navigate, useRoute } from '../../app/navigation';
import { useShortcut } from '../../app/shortcuts';
import { Empty } from '../../components/empty';
import { registers } from './registers';
import { Register } from './register';
import { RecordPanel } from './record-panel';
import { NewRecord } from './new-record';
import classes from './generic.module.css';
import { useGenericWords } from './words';

/** A register made from the definition of its record type: list on the left, the record on the right. */
export function GenericScreen() {
  const say = useGenericWords();
  const { screen, id, query = {} } = useRoute();
  const types = registers[screen] ?? ['task'];
  const type = types.find((name) => name === query['type']) ?? types[0];
  const creating = query['new'] === '1';
  const { new: _new, ...kept } = query;
  const show = (next?: string, how: { replace?: boolean } = {}) =>
    navigate({ screen, ...(next ? { id: next } : {}), query: { ...kept, type } }, how);
  const create = () => navigate({ screen, query: { ...kept, type, new: '1' } });
  useShortcut('new', create);
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
        onCreate={create}
      />
      <section className={classes.record}>
        {creating ? (
          <NewRecord key={type} type={type} onSaved={(record) => show(record.id, { replace: true })} onCancel={() => show()} />
        ) : id ? (
          <RecordPanel key={id} type={type} id={id} onClose={() => show()} />
        ) : (
          <Empty title={say('chooseTitle')} hint={say('chooseHint')} />
        )}
      </section>
    </div>
  );
}
