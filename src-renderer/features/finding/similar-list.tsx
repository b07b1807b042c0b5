import { IconX } from '@tabler/icons-react';
import { Chip } from '../../components/chip';
import { Empty } from '../../components/empty';
import { Problem } from '../../components/problem';
import { service, useQueryOf } from '../../service/use-service';
import classes from './finding.module.css';
import { PaperList } from './paper-list';
import { useFindingWords } from './words';

/** Documents like this one, copies of it marked. */
export function SimilarList({ documentId, onClose }: { documentId: string; onClose(): void }) {
  const say = useFindingWords();
  const found = useQueryOf(['search', 'similar', documentId], () => service().finding.similar({ documentId }));
  return (
    <section className={classes.similar} aria-label={say('similar')}>
      <header>
        <div>
          <h2>{say('similar')}</h2>
          <p className={classes.quiet}>{say('similarHint')}</p>
        </div>
        <button type="button" className="square" aria-label={say('close')} onClick={onClose}>
          <IconX size={16} />
        </button>
      </header>
      {found.error && <Problem error={found.error} retry={() => void found.refetch()} />}
      {found.isLoading && <p className={classes.quiet}>{say('loading')}</p>}
      {found.data?.papers.length === 0 && <Empty title={say('noSimilar')} />}
      {found.data && found.data.papers.length > 0 && (
        <PaperList
          papers={found.data.papers}
          label={say('similar')}
          aside={({ likeness, same }) =>
            same ? <Chip tone="warn">{say('same')}</Chip> : <span>{say('alike', { percent: Math.round(likeness * 100) })}</span>
          }
        />
      )}
    </section>
  );
}
