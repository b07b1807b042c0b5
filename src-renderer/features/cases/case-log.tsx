import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { RecordView } from '#shared/contract/window/common';
import { momentText } from '../../components/day';
import { History } from '../../components/history/history';
import { Problem } from '../../components/problem';
import { useSession } from '../../app/session';
import { noticeOfFailure } from '../../app/notices';
import { service, useQueryOf } from '../../service/use-service';
import panel from '../../components/panel.module.css';
import tone from '../../components/tone.module.css';
import classes from './log.module.css';
import { useCaseWords } from './words';

/** Notes of the team, newest first, and below them who did what when. */
export function CaseLog({ record }: { record: RecordView }) {
  const say = useCaseWords();
  const [text, setText] = useState('');
  const session = useSession();
  const notes = useQueryOf(['records', 'note', 'about', record.id], () =>
    service().records.list({ type: 'note', filters: [{ field: 'about', op: 'eq', value: record.id }], limit: 200 }),
  );
  const write = async () => {
    const note = text.trim();
    if (note === '') return;
    try {
      await service().records.save({
        type: 'note',
        values: { about: record.id, kind: 'GHI_CHU', text: note, author: session?.user.name ?? null },
      });
      setText('');
    } catch (error) {
      noticeOfFailure(error);
    }
  };
  const newest = (notes.data?.rows ?? []).toSorted((a, b) => b.createdAt.localeCompare(a.createdAt));
  return (
    <aside className={`${panel.panel} ${panel.stack}`} aria-label={say('notes')}>
      <header className={panel.head}>
        <h2>{say('notes')}</h2>
      </header>
      <div className={classes.log}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void write();
          }}
        >
          <Textarea
            aria-label={say('writeNote')}
            placeholder={say('writeNote')}
            autosize
            minRows={1}
            maxRows={6}
            maxLength={20_000}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          {text.trim() !== '' && (
            <Button type="submit" variant="default">
              {say('saveNote')}
            </Button>
          )}
        </form>
        {notes.error && <Problem error={notes.error} />}
        {newest.map((note) => (
          <div key={note.id} className={classes.note}>
            {String(note.values.text)}
            <span>
              {String(note.values.author ?? '')} {momentText(note.createdAt)}
            </span>
          </div>
        ))}
        {notes.data && newest.length === 0 && <p className={tone.quiet}>{say('notesNone')}</p>}
        <History key={record.id} type="case" id={record.id} />
      </div>
    </aside>
  );
}
