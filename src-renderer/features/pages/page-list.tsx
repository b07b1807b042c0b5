import { codeLabel } from '#shared/rules/code-lists/index';
import { Chip } from '../../components/chip';
import { Empty } from '../../components/empty';
import { PageImage } from '../../components/page-image';
import { RecordList } from '../../components/record-list';
import { navigate } from '../../app/navigation';
import { useLanguage } from '../../i18n/words';
import classes from './pages.module.css';
import { usePageWords } from './words';

/** Pages with uncertain words, each opening beside its text. */
export function PageList() {
  const say = usePageWords();
  const language = useLanguage();
  return (
    <div className={classes.listScreen}>
      <RecordList
        query={{
          type: 'page',
          filters: [{ field: 'state', op: 'eq', value: 'CAN_XEM' }],
          sort: [{ field: 'confidence', direction: 'asc' }],
        }}
        label={say('list')}
        rowHeight={4.5}
        onOpen={(record, { moving }) => {
          if (!moving) navigate({ screen: 'pages', id: record.id });
        }}
        header={(total) => (
          <header className={classes.listHead}>
            <h1>{say('list')}</h1>
            {total > 0 && <p>{say('listHint', { count: total })}</p>}
          </header>
        )}
        renderRow={(record) => (
          <div className={classes.listRow}>
            <PageImage
              hash={String(record.values.image)}
              variant="thumb"
              alt=""
              className={classes.listThumb ?? ''}
              turn={Number(record.values.rotation ?? 0)}
            />
            <span className={classes.listTitle}>
              <b>{record.title}</b>
              <span>{record.subtitle}</span>
            </span>
            <Chip tone="warn">{codeLabel('pageState', String(record.values.state), language)}</Chip>
            <span className={classes.listSure}>
              {typeof record.values.confidence === 'number' && say('confidence', { percent: record.values.confidence })}
            </span>
          </div>
        )}
        empty={<Empty title={say('listEmpty')} hint={say('listEmptyHint')} />}
      />
    </div>
  );
}
