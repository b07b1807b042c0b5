import { codeLabel } from '#shared/rules/code-lists/index';
import { navigate } from '../../app/navigation';
import { Problem } from '../../components/problem';
import { useLanguage } from '../../i18n/words';
import { service, useQueryOf } from '../../service/use-service';
import { dayText } from '../format';
import { openRecord } from '../open-record';
import classes from './finding.module.css';
import { useFindingWords } from './words';

/** The course of a file: its documents in order of time, year by year, those without a day last. */
export function FileTimeline({ fileId }: { fileId: string }) {
  const say = useFindingWords();
  const language = useLanguage();
  const found = useQueryOf(['archive', 'timeline', fileId], () => service().finding.timeline({ fileId }));
  if (found.error) return <Problem error={found.error} retry={() => void found.refetch()} />;
  if (!found.data) return <div aria-busy="true" />;
  const { documents } = found.data;
  return (
    <ol className={classes.timeline} aria-label={say('timelineOf')}>
      {documents.map((document, index) => {
        const year = document.day.slice(0, 4);
        const isFirst = index === 0 || documents[index - 1]?.day.slice(0, 4) !== year;
        return (
          <li key={document.id}>
            {isFirst && <h3>{year || say('noDay')}</h3>}
            <button
              type="button"
              onClick={() =>
                document.firstPage ? navigate({ screen: 'pages', id: document.firstPage }) : void openRecord('archiveDocument', document.id)
              }
            >
              {document.day !== '' && <span className={classes.day}>{dayText(document.day)}</span>}
              <span className={classes.paperText}>
                <b>{document.title || codeLabel('documentType', document.documentType, language)}</b>
                <span>
                  {[
                    document.documentType && codeLabel('documentType', document.documentType, language),
                    document.issuer,
                    say('pages', { count: document.pages }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
