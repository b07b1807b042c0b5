import { Button } from '@mantine/core';
import { IconFileTypeDocx } from '@tabler/icons-react';
import { notice, noticeOfFailure } from '../../app/notices';
import { navigate, useRoute } from '../../app/navigation';
import { today as dayNow } from '../../components/day';
import { Problem } from '../../components/problem';
import { shell } from '../../service/connection';
import { service, useQueryOf } from '../../service/use-service';
import { PeriodPicker } from './period-picker';
import classes from './reports.module.css';
import { useReportWords } from './words';

/** Báo cáo bằng lời: what the figures of a period say, section by section; the rest is written in Word. */
export function NarrativeView() {
  const say = useReportWords();
  const { query } = useRoute();
  const day = dayNow();
  const from = query?.['from'] ?? `${day.slice(0, 4)}-01-01`;
  const to = query?.['to'] ?? `${day.slice(0, 4)}-12-31`;
  const found = useQueryOf(['work', 'statistics', 'narrative', from, to], () => service().statistics.narrative({ from, to }), {
    keep: true,
  });
  const word = async () => {
    const file = await shell().saveFile({ defaultName: `Báo cáo ${from} ${to}.docx` });
    if (!file) return;
    await service().statistics.narrativeFile({ from, to, today: day, file });
    notice(say('saved', { file }));
  };
  return (
    <div className={classes.main}>
      <div className={classes.tools}>
        <PeriodPicker span={{ from, to }} onChange={(span) => navigate({ screen: 'reports', query: { view: 'narrative', ...span } })} />
        <div className={classes.acts}>
          <Button leftSection={<IconFileTypeDocx size={16} />} onClick={() => word().catch(noticeOfFailure)}>
            {say('word')}
          </Button>
        </div>
      </div>
      {found.isError && <Problem error={found.error} />}
      <article className={classes.words}>
        {found.data?.sections.map(({ title, paragraphs }) => (
          <section key={title}>
            <h2>{title}</h2>
            {paragraphs.length === 0 && <p className={classes.own}>{say('own')}</p>}
            {paragraphs.map((text) => (
              <p key={text}>{text}</p>
            ))}
          </section>
        ))}
      </article>
    </div>
  );
}
