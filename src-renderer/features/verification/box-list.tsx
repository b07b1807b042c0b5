import { Button, Select } from '@mantine/core';
import type { VerifyBox } from '#shared/contract/window/verification';
import { Empty } from '../../components/empty';
import { Problem } from '../../components/problem';
import { navigate } from '../../app/navigation';
import { notice, noticeOfFailure } from '../../app/notices';
import { useLanguage } from '../../i18n/words';
import { queries } from '../../service/queries';
import { service, useQueryOf } from '../../service/use-service';
import { numberText } from '../format';
import { unnamed } from './unnamed';
import classes from './verification.module.css';
import { useVerificationWords } from './words';

/** Boxes with what waits in them, to whom they are given, and the way into the work. */
export function BoxList() {
  const say = useVerificationWords();
  const language = useLanguage();
  const list = useQueryOf(['archive', 'verify', 'boxes'], () => service().verification.boxes());
  if (list.error) return <Problem error={list.error} retry={() => void list.refetch()} />;
  if (!list.data) return <div aria-busy="true" />;
  const { boxes, people, me } = list.data;
  if (boxes.length === 0) return <Empty title={say('noBoxes')} hint={say('noBoxesHint')} />;
  const waiting = boxes.reduce((sum, box) => sum + box.waiting, 0);
  const mine =
    boxes.find((box) => box.waiting > 0 && box.checker?.id === me) ?? boxes.find((box) => box.waiting > 0 && box.checker === null);
  const assign = (box: VerifyBox, userId: string | null) => {
    if (box.fondsId === null) return;
    service()
      .verification.assign({ fondsId: box.fondsId, term: box.term, box: box.box, userId })
      .then(({ files }) => {
        notice(say('assigned', { count: files }));
        return queries.invalidateQueries({ queryKey: ['archive', 'verify'] });
      })
      .catch(noticeOfFailure);
  };
  return (
    <div className={classes.boxes}>
      <div className={classes.lead}>
        <p>{waiting === 0 ? say('allDone') : say('boxesHint', { count: numberText(waiting, language) })}</p>
        {mine && <Button onClick={() => work(mine)}>{say('start')}</Button>}
      </div>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{say('columnPlace')}</th>
            <th scope="col" className={classes.number}>
              {say('columnWaiting')}
            </th>
            <th scope="col">{say('columnDone')}</th>
            <th scope="col">{say('columnChecker')}</th>
            <th scope="col">
              <span className="visually-hidden">{say('columnAct')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {boxes.map((box) => {
            const name =
              box.fondsId === null
                ? say('loose')
                : [box.term, box.box ? say('box', { box: box.box }) : say('noBox')].filter(Boolean).join(', ');
            return (
              <tr key={box.key}>
                <th scope="row">
                  <b>{name}</b>
                  <span>{box.fonds}</span>
                </th>
                <td className={classes.number}>
                  <b>{numberText(box.waiting, language)}</b>
                  <span>
                    {[
                      box.sentBack > 0 && say('sentBack', { count: box.sentBack }),
                      box.reading > 0 && say('reading', { count: box.reading }),
                    ]
                      .filter(Boolean)
                      .join(', ')}
                  </span>
                </td>
                <td>
                  <span className={classes.done}>
                    <span className={classes.doneBar} aria-hidden="true">
                      <span style={{ width: `${(box.checked / box.documents) * 100}%` }} />
                    </span>
                    {numberText(box.checked, language)}/{numberText(box.documents, language)}
                  </span>
                </td>
                <td>
                  {box.fondsId !== null && (
                    <Select
                      aria-label={say('checkerOf', { place: name })}
                      data={people.map((person) => ({ value: person.id, label: person.name }))}
                      value={box.checker?.id ?? null}
                      placeholder={say(box.shared ? 'several' : 'anybody')}
                      clearable
                      clearButtonProps={{ 'aria-label': say('anybody') }}
                      onChange={(id) => assign(box, id)}
                    />
                  )}
                </td>
                <td className={classes.acts}>
                  {box.waiting > 0 && (
                    <Button variant="default" aria-label={`${say('startBox')}: ${name}`} onClick={() => work(box)}>
                      {say('startBox')}
                    </Button>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** The whole window works on this box. */
function work({ fondsId, term, box }: VerifyBox): void {
  navigate({
    screen: 'pages',
    query: { view: 'work', ...(fondsId !== null && { fonds: fondsId, term: term || unnamed, box: box || unnamed }) },
  });
}
