import { Button, Select } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { type CourierLook, type CourierStatus, type CourierWritten, partBounds } from '#shared/contract/window/courier';
import { momentText } from '../../components/day';
import { Problem } from '../../components/problem';
import { useLanguage } from '../../i18n/words';
import { bytesText, duration, numberText } from '../format';
import panel from '../../components/panel.module.css';
import tone from '../../components/tone.module.css';
import classes from './courier.module.css';
import { useCourierRun, writeBundle } from './courier-run';
import { Running } from './running';
import { Step } from './step';
import { useCourierWords } from './words';

const mebibyte = 1024 ** 2;
/** Sizes of the media that people have: FAT32 sticks, usual parts, CDs, mail. */
const partSizes = [partBounds.most, partBounds.usual, 700 * mebibyte, 100 * mebibyte];

/** Xuất ra USB: everything that the province has not confirmed, in one locked bundle. */
export function WriteGuide({ status, look }: { status: CourierStatus; look: CourierLook | undefined }) {
  const say = useCourierWords();
  const language = useLanguage();
  const run = useCourierRun();
  const [partBytes, setPartBytes] = useState<number>(partBounds.usual);
  const { waiting, progress } = status;
  const number = (n: number) => numberText(n, language);
  const bytes = (n: number) => bytesText(n, language);
  const running = run.busy === 'write' || progress?.work === 'write';
  const old = look?.outgoing.length ?? 0;
  const tight = look !== undefined && look.freeBytes !== null && look.freeBytes < waiting.bytes;
  return (
    <section className={`${panel.panel} ${panel.stack} ${classes.guide}`} aria-label={say('writeTitle')}>
      <header className={panel.head}>
        <IconUpload size={18} aria-hidden />
        <h2>{say('writeTitle')}</h2>
        <span className={panel.aside}>{say('writeAside')}</span>
      </header>
      <ol>
        <Step n={1} state={look ? 'done' : 'now'} title={say('insert')}>
          <p>{look ? say('insertDone', { dir: look.dir }) : say('insertTodo')}</p>
        </Step>
        <Step n={2} state={run.written ? 'done' : look ? 'now' : 'later'} title={say('pack')}>
          {run.written ? (
            <Written written={run.written} />
          ) : (
            <>
              <p>
                {waiting.changes + waiting.pages > 0
                  ? say('packHolds', { changes: number(waiting.changes), pages: number(waiting.pages), size: bytes(waiting.bytes) })
                  : say('packNothing')}
              </p>
              {old > 0 && <p>{say('packOld', { count: old })}</p>}
            </>
          )}
        </Step>
        <Step n={3} state={run.written ? 'now' : 'later'} title={say('handOver')}>
          {status.hub && <p>{say('handOverTo', { hub: status.hub.name })}</p>}
        </Step>
      </ol>
      {tight && !running && !run.written && (
        <p className={classes.warning}>{say('notEnough', { free: bytes(look.freeBytes ?? 0), size: bytes(waiting.bytes) })}</p>
      )}
      {run.failed?.work === 'write' && <Problem error={run.failed.error} />}
      {running ? (
        <Running progress={progress} />
      ) : (
        <footer>
          {status.lastWrittenAt && <p className={tone.quiet}>{say('lastWritten', { at: momentText(status.lastWrittenAt) })}</p>}
          <Select
            label={say('partSize')}
            description={say('partHint')}
            data={partSizes.map((size) => ({ value: String(size), label: bytes(size) }))}
            value={String(partBytes)}
            allowDeselect={false}
            onChange={(value) => setPartBytes(Number(value))}
          />
          <Button
            variant={run.written ? 'default' : 'filled'}
            fullWidth
            disabled={!look?.writable || run.busy !== undefined}
            onClick={() => void writeBundle(partBytes)}
          >
            {run.written ? say('writeAgain') : say('write')}
          </Button>
        </footer>
      )}
    </section>
  );
}

function Written({ written }: { written: CourierWritten }) {
  const say = useCourierWords();
  const language = useLanguage();
  const { holds, bytes, files, seconds, missingPages, removed } = written;
  return (
    <div role="status">
      <p className={classes.good}>{say('written')}</p>
      <p>
        {say('writtenHolds', {
          changes: numberText(holds.changes, language),
          pages: numberText(holds.pages, language),
          size: bytesText(bytes, language),
          files: files.length,
          time: duration(seconds, language),
        })}
      </p>
      <ul className={classes.files}>
        {files.map((file) => (
          <li key={file}>{file}</li>
        ))}
      </ul>
      {missingPages > 0 && <p className={classes.warn}>{say('writtenMissing', { count: missingPages })}</p>}
      {removed > 0 && <p>{say('writtenRemoved', { count: removed })}</p>}
    </div>
  );
}
