import { Button } from '@mantine/core';
import { isErrorCode, messageOf } from '#shared/errors/app-error';
import { Empty } from '../../components/empty';
import { notice, noticeOfFailure } from '../../app/notices';
import { useLanguage } from '../../i18n/words';
import { queries } from '../../service/queries';
import { service } from '../../service/use-service';
import classes from './pages.module.css';
import type { PageWordsProps } from './page-words';
import { ReadText } from './read-text';
import { usePageWords } from './words';

/** The text of the page: uncertain words marked, the corrected text beside what was read. */
export function PageText(props: PageWordsProps) {
  const { page } = props;
  const say = usePageWords();
  const language = useLanguage();
  const act = (call: Promise<unknown>, said?: string) =>
    call
      .then(() => {
        if (said) notice(said);
        return queries.invalidateQueries({ queryKey: ['archive'] });
      })
      .catch(noticeOfFailure);
  if (page.state === 'LOI') {
    return (
      <section className={classes.textPane} aria-label={say('text')}>
        <Empty
          title={page.error !== null && isErrorCode(page.error) ? messageOf(page.error, {}, language) : say('failedHint')}
          action={<Button onClick={() => void act(service().archive.readAgain({ pageIds: [page.id] }))}>{say('again')}</Button>}
        />
      </section>
    );
  }
  if (page.state === 'CHO_DOC' || page.state === 'DANG_DOC') {
    return (
      <section className={classes.textPane} aria-label={say('text')}>
        <Empty
          title={say('waiting')}
          hint={say('waitingHint')}
          action={
            page.state === 'CHO_DOC' && (
              <Button variant="default" onClick={() => void act(service().archive.readFirst({ pageIds: [page.id] }), say('readFirstDone'))}>
                {say('readFirst')}
              </Button>
            )
          }
        />
      </section>
    );
  }
  return <ReadText key={page.id} {...props} />;
}
