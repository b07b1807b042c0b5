import { Chip } from '../../components/chip';
import { service, useQueryOf } from '../../service/use-service';
import classes from './finding.module.css';
import { PaperList } from './paper-list';
import { useFindingWords } from './words';

const places = { signer: 'asSigner', issuer: 'asIssuer', text: 'asText' } as const;

/** All papers of a person or organisation: those that name the record, and told apart those in which only the name stands. */
export function PapersOf({ type, id }: { type: 'partyMember' | 'organisation'; id: string }) {
  const say = useFindingWords();
  const found = useQueryOf(['search', 'papersOf', type, id], () => service().finding.papersOf({ type, id }), { keep: true });
  if (!found.data) return null;
  const { referring, named, more, namesakes } = found.data;
  return (
    <section className={classes.papersOf} aria-label={say('papers')}>
      <h3>{say('papers')}</h3>
      {referring.length === 0 && named.length === 0 && <p className={classes.quiet}>{say('noPapers')}</p>}
      {referring.length > 0 && (
        <>
          <h4>{say('referring')}</h4>
          <PaperList papers={referring} label={say('referring')} />
        </>
      )}
      {named.length > 0 && (
        <>
          <h4>{say('named')}</h4>
          <p className={classes.quiet}>{namesakes > 1 ? say('namedHintMany', { count: namesakes }) : say('namedHint')}</p>
          <PaperList
            papers={named}
            label={say('named')}
            aside={(paper) => (
              <>
                <span>{say(places[paper.as])}</span>
                {!paper.exact && <Chip tone="warn">{say('otherMarks')}</Chip>}
              </>
            )}
          />
          {more && <p className={classes.quiet}>{say('moreNamed')}</p>}
        </>
      )}
    </section>
  );
}
