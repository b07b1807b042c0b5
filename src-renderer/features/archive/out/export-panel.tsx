import { Button, Checkbox, TextInput } from '@mantine/core';
import { IconFileExport, IconX } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { ExportKind, ExportPlan, ExportTarget } from '#shared/contract/window/out';
import { Problem } from '../../../components/problem';
import { useLanguage } from '../../../i18n/words';
import { shell } from '../../../service/connection';
import { service, useQueryOf } from '../../../service/use-service';
import { bytesText, numberText } from '../../format';
import record from '../file-record.module.css';
import { ExportResult } from './export-result';
import { MissingList } from './missing-list';
import classes from './out.module.css';
import { useOutWords } from './out-words';
import { PrintSheets } from './print-sheets';
import { Releases } from './releases';
import { useExport } from './use-export';

const groups = [
  ['groupPdf', ['pdf', 'pdfs']],
  ['groupList', ['fileList', 'documentListParty', 'documentListState', 'fileCards', 'covers', 'expired']],
  ['groupPackage', ['sip', 'aip']],
] as const satisfies readonly (readonly [string, readonly ExportKind[]])[];

const isPdf = (kind: ExportKind): boolean => kind === 'pdf' || kind === 'pdfs';
const isPackage = (kind: ExportKind): kind is 'sip' | 'aip' => kind === 'sip' || kind === 'aip';
const intoFolder = (kind: ExportKind): boolean => kind === 'pdfs' || isPackage(kind);

/** Xuất: what, how, where, beside the list from which it was asked for. */
export function ExportPanel({ target, onClose }: { target: ExportTarget; onClose(): void }) {
  const say = useOutWords();
  const language = useLanguage();
  const plan = useQueryOf(['archive', 'plan', JSON.stringify(target)], () => service().out.plan({ target }));
  const [wanted, setKind] = useState<ExportKind>();
  const [part, setPart] = useState<1 | 2>(2);
  const [copy, setCopy] = useState<'preserved' | 'reading'>('preserved');
  const [zip, setZip] = useState(true);
  const [leaveOut, setLeaveOut] = useState(false);
  const [receiver, setReceiver] = useState('');
  const [reason, setReason] = useState('');
  const { run, start, stop, again } = useExport();
  const name = useId();

  const empty = plan.data?.pages === 0;
  const kind = wanted ?? (empty ? 'fileList' : 'pdf');
  const releases = plan.data?.releases ?? [];
  const waiting = releases.filter(({ ready }) => !ready);
  const missing = plan.data && isPackage(kind) ? plan.data.missing[kind] : [];
  const exportNow = async (ready: ExportPlan) => {
    const path = await (intoFolder(kind)
      ? shell()
          .pickFiles({ purpose: 'place' })
          .then(([one]) => one ?? null)
      : shell().saveFile({ defaultName: `${ready.name}${isPdf(kind) ? '.pdf' : '.xlsx'}` }));
    if (path === null) return;
    const ending = isPdf(kind) ? '.pdf' : '.xlsx';
    const whole = intoFolder(kind) || path.toLowerCase().endsWith(ending) ? path : `${path}${ending}`;
    await start({ kind, target, path: whole, replace: !intoFolder(kind) && whole === path, part, copy, zip, leaveOut, receiver, reason });
  };

  return (
    <>
      <header className={record.recordHead}>
        <div>
          <h2>{say('exportTitle')}</h2>
          {plan.data && (
            <p className={classes.quiet}>
              {say('counts', {
                files: numberText(plan.data.files, language),
                documents: numberText(plan.data.documents, language),
                pages: numberText(plan.data.pages, language),
                bytes: bytesText(plan.data.bytes, language),
              })}
            </p>
          )}
        </div>
        <button type="button" className={record.icon} aria-label={say('close')} onClick={onClose}>
          <IconX size={16} />
        </button>
      </header>
      <div className={record.recordBody}>
        {plan.error && <Problem error={plan.error} />}
        {plan.data && run.state !== 'none' ? (
          <ExportResult run={run} onStop={stop} onAgain={again} />
        ) : (
          plan.data && (
            <ol className={classes.steps}>
              <li>
                <h3>{say('stepWhat')}</h3>
                {groups.map(([group, kinds]) => (
                  <fieldset key={group} className={classes.choices}>
                    <legend>{say(group)}</legend>
                    {kinds.map((one) => (
                      <label key={one}>
                        <input
                          type="radio"
                          name={`${name}-kind`}
                          checked={kind === one}
                          disabled={empty && isPdf(one)}
                          onChange={() => setKind(one)}
                        />
                        {say(one)}
                      </label>
                    ))}
                  </fieldset>
                ))}
              </li>
              <li>
                <h3>{say('stepHow')}</h3>
                {isPdf(kind) && (
                  <>
                    <Choice<'preserved' | 'reading'>
                      name={`${name}-copy`}
                      title={say('copy')}
                      value={copy}
                      onChange={setCopy}
                      options={[
                        ['preserved', say('preserved')],
                        ['reading', say('reading')],
                      ]}
                    />
                    <p className={classes.quiet}>{say(copy === 'reading' ? 'readingHint' : 'preservedHint')}</p>
                    <Choice<1 | 2>
                      name={`${name}-part`}
                      title={say('standard')}
                      value={part}
                      onChange={setPart}
                      options={[
                        [2, say('part2')],
                        [1, say('part1')],
                      ]}
                    />
                  </>
                )}
                {isPackage(kind) && (
                  <>
                    <p className={classes.quiet}>{say('packageHint')}</p>
                    <Checkbox label={say('zip')} checked={zip} onChange={(event) => setZip(event.currentTarget.checked)} />
                    <TextInput
                      label={say('receiver')}
                      value={receiver}
                      maxLength={300}
                      onChange={(event) => setReceiver(event.currentTarget.value)}
                    />
                    {missing.length > 0 && (
                      <>
                        <MissingList missing={missing} />
                        <Checkbox
                          label={say('leaveOut')}
                          checked={leaveOut}
                          onChange={(event) => setLeaveOut(event.currentTarget.checked)}
                        />
                      </>
                    )}
                  </>
                )}
                {!isPdf(kind) && !isPackage(kind) && <p className={classes.quiet}>{say('listHint')}</p>}
              </li>
              {releases.length > 0 && (
                <li>
                  <h3>{say('stepSecrecy')}</h3>
                  <Releases releases={releases} />
                  <TextInput
                    label={say('releaseReason')}
                    value={reason}
                    maxLength={500}
                    required
                    onChange={(event) => setReason(event.currentTarget.value)}
                  />
                </li>
              )}
              <li>
                <h3>{say('stepWhere')}</h3>
                <p className={classes.quiet}>
                  {say(intoFolder(kind) ? 'whereFolder' : 'whereFile')} {say('outside')}
                </p>
              </li>
            </ol>
          )
        )}
      </div>
      {plan.data && run.state === 'none' && (
        <footer className={classes.foot}>
          <Button
            leftSection={<IconFileExport size={16} aria-hidden />}
            disabled={(missing.length > 0 && !leaveOut) || waiting.length > 0 || (releases.length > 0 && reason.trim() === '')}
            onClick={() => plan.data && void exportNow(plan.data)}
          >
            {say(intoFolder(kind) ? 'chooseFolder' : 'chooseFile')}
          </Button>
          {!isPdf(kind) && !isPackage(kind) && <PrintSheets kind={kind} target={target} reason={reason} />}
        </footer>
      )}
    </>
  );
}

/** One of two, side by side. */
function Choice<T extends string | number>({
  name,
  title,
  value,
  onChange,
  options,
}: {
  name: string;
  title: string;
  value: T;
  onChange(value: T): void;
  options: readonly (readonly [T, string])[];
}) {
  return (
    <fieldset className={classes.pair}>
      <legend>{title}</legend>
      {options.map(([one, text]) => (
        <label key={String(one)}>
          <input type="radio" name={name} checked={value === one} onChange={() => onChange(one)} />
          {text}
        </label>
      ))}
    </fieldset>
  );
}
