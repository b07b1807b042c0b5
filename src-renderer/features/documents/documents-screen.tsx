import { useRoute } from '../../app/navigation';
import { GenericScreen } from '../generic/generic-screen';
import { BooksBar } from './books-bar';
import { Gaps } from './gaps';
import classes from './documents.module.css';

/** Văn bản: the registers of papers in and out, of the province's instructions, and whether their numbers run without gap. */
export function DocumentsScreen() {
  const { query = {} } = useRoute();
  if (query['view'] === 'gaps') return <Gaps />;
  return (
    <div className={classes.screen}>
      <BooksBar />
      <div className={classes.registers}>
        <GenericScreen />
      </div>
    </div>
  );
}
