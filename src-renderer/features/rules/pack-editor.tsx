import { Button, NumberInput, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { PackEffect } from '#shared/contract/window/rules';
import { codeItem, codeLabel } from '#shared/rules/code-lists/index';
import type { DayKind, Duration, PackCaseType, PackDocument, RulePack } from '#shared/rules/packs/index';
import { notice, noticeOfFailure } from '../../app/notices';
import { today } from '../../components/day';
import panel from '../../components/panel.module.css';
import { useLanguage } from '../../i18n/words';
import { markOwnSave } from '../../service/queries';
import { service } from '../../service/use-service';
import { DayInput } from '../work/day-input';
import classes from '../work/work.module.css';
import { Effect } from './effect';
import { RuleSections } from './rule-sections';
import { useRuleWords } from './words';

/** The committee's copy of a pack: days, sources, periods, papers and every list of rules; what saving it means is shown before. */
export function PackEditor({
  pack,
  own,
  onSaved,
  onCancel,
}: {
  pack: RulePack;
  /** The record of the committee's own pack that is edited; null: a copy of one that is not its own. */
  own: { id: string; revision: number } | null;
  onSaved: (packId: string) => void;
  onCancel: () => void;
}) {
  const say = useRuleWords();
  const language = useLanguage();
  const [draft, setDraft] = useState<RulePack>(() =>
    own
      ? pack
      : {
          ...pack,
          id: `${pack.id}-UB`,
          name: { vi: `${pack.name.vi} (Ủy ban)`, en: `${pack.name.en} (committee)` },
          validFrom: today(),
          validTo: null,
        },
  );
  // The button that opened it stood at the foot of a long page.
  const section = useRef<HTMLElement>(null);
  useEffect(() => section.current?.scrollIntoView({ block: 'start' }), []);
  const [papers, setPapers] = useState<Readonly<Record<string, string>>>({});
  const [decidedBy, setDecidedBy] = useState('');
  const [remark, setRemark] = useState('');
  const [effect, setEffect] = useState<PackEffect | null>(null);
  const [busy, setBusy] = useState(false);
  const change = (part: Partial<RulePack>) => {
    setDraft({ ...draft, ...part });
    setEffect(null);
  };
  const setType = (type: string, part: Partial<PackCaseType>) =>
    change({ caseTypes: draft.caseTypes.map((one) => (one.type === type ? { ...one, ...part } : one)) });
  const wrong = Object.entries(papers).flatMap(([type, text]) => {
    const line = readPapers(text).wrong;
    return line === null ? [] : [{ type, line }];
  });
  const content = (): string =>
    JSON.stringify({
      ...draft,
      caseTypes: draft.caseTypes.map((type) => {
        const text = papers[type.type];
        return text === undefined ? type : { ...type, steps: withPapers(type, readPapers(text).papers) };
      }),
    });
  const ask = async <T,>(work: () => Promise<T>): Promise<T | undefined> => {
    setBusy(true);
    try {
      return await work();
    } catch (error) {
      noticeOfFailure(error);
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  const preview = async () => setEffect((await ask(() => service().rules.preview({ content: content(), basedOn: pack.id }))) ?? null);
  const save = async () => {
    const saved = await ask(() =>
      service().rules.save({
        ...(own ? { id: own.id, expectedRevision: own.revision } : {}),
        content: content(),
        basedOn: pack.id,
        decidedBy,
        remark,
      }),
    );
    if (!saved) return;
    markOwnSave();
    notice(say('saved', { pack: saved.packId }));
    // Whoever went on while it was being saved stays where he is.
    if (section.current) onSaved(saved.packId);
  };
  return (
    <section ref={section} className={panel.panel} aria-label={say('editTitle', { pack: pack.id })}>
      <header className={panel.head}>
        <h2>{say('editTitle', { pack: pack.id })}</h2>
      </header>
      <div className={classes.form}>
        <TextInput
          label={say('packId')}
          value={draft.id}
          maxLength={60}
          required
          readOnly={own !== null}
          onChange={(event) => change({ id: event.currentTarget.value })}
        />
        <DayInput label={say('validFrom')} value={draft.validFrom} onChange={(day) => day && change({ validFrom: day })} required />
        <TextInput
          className={classes.wide}
          label={say('name')}
          value={draft.name.vi}
          maxLength={300}
          required
          onChange={(event) => change({ name: { ...draft.name, vi: event.currentTarget.value } })}
        />
        <TextInput
          label={say('decidedBy')}
          value={decidedBy}
          maxLength={300}
          onChange={(event) => setDecidedBy(event.currentTarget.value)}
        />
        <TextInput label={say('remark')} value={remark} maxLength={2000} onChange={(event) => setRemark(event.currentTarget.value)} />
      </div>
      <div className={`${panel.body} ${classes.stackGap}`}>
        <h3>{say('caseTypes')}</h3>
        {draft.caseTypes.map((type) => (
          <details key={type.type}>
            <summary>{type.label[language]}</summary>
            <DurationFields
              name={type.label[language]}
              value={type.durationDays}
              onChange={(durationDays) => setType(type.type, { durationDays })}
            />
            <Textarea
              label={say('papersOf', { type: type.label[language] })}
              description={say('papersHint')}
              autosize
              minRows={3}
              maxRows={20}
              value={papers[type.type] ?? writePapers(type)}
              error={wrongLine(wrong, type.type, (line) => say('papersWrong', { line }))}
              onChange={(event) => {
                setPapers({ ...papers, [type.type]: event.currentTarget.value });
                setEffect(null);
              }}
            />
          </details>
        ))}
        <h3>{say('deadlines')}</h3>
        {draft.deadlines.map((deadline) => (
          <details key={deadline.id}>
            <summary>{deadline.label[language]}</summary>
            <DurationFields
              name={deadline.label[language]}
              value={deadline}
              onChange={(value) =>
                value && change({ deadlines: draft.deadlines.map((one) => (one.id === deadline.id ? { ...one, ...value } : one)) })
              }
            />
          </details>
        ))}
        {draft.discipline && (
          <>
            <h3>{say('limitations')}</h3>
            <div className={classes.form}>
              {draft.discipline.limitations.map((limit, at) => (
                <NumberInput
                  key={`${limit.subject} ${limit.form}`}
                  label={`${codeLabel('disciplineSubject', limit.subject, language)}: ${codeLabel('disciplineForm', limit.form, language)}`}
                  placeholder={say('never')}
                  min={1}
                  max={100}
                  allowDecimal={false}
                  value={limit.years ?? ''}
                  onChange={(years) =>
                    draft.discipline &&
                    change({
                      discipline: {
                        ...draft.discipline,
                        limitations: draft.discipline.limitations.map((one, index) =>
                          index === at ? { ...one, years: typeof years === 'number' ? years : null } : one,
                        ),
                      },
                    })
                  }
                />
              ))}
              <NumberInput
                label={say('ends')}
                placeholder={say('empty')}
                min={1}
                max={600}
                allowDecimal={false}
                value={draft.discipline.endsAfterMonths ?? ''}
                onChange={(months) =>
                  draft.discipline &&
                  change({ discipline: { ...draft.discipline, endsAfterMonths: typeof months === 'number' ? months : null } })
                }
              />
            </div>
          </>
        )}
        <RuleSections pack={draft} onChange={change} />
        {effect && <Effect effect={effect} />}
      </div>
      <footer className={panel.foot}>
        <Button variant="default" onClick={onCancel}>
          {say('cancel')}
        </Button>
        <Button variant={effect ? 'default' : 'filled'} loading={busy} disabled={wrong.length > 0} onClick={() => void preview()}>
          {say('preview')}
        </Button>
        {effect && effect.problems.length === 0 && (
          <Button loading={busy} onClick={() => void save()}>
            {say('save')}
          </Button>
        )}
      </footer>
    </section>
  );
}

const wrongLine = (wrong: readonly { type: string; line: number }[], type: string, words: (line: number) => string): string | undefined => {
  const found = wrong.find((one) => one.type === type);
  return found && words(found.line);
};

function DurationFields({
  name,
  value,
  onChange,
}: {
  name: string;
  value: Duration | undefined;
  onChange: (value: Duration | undefined) => void;
}) {
  const say = useRuleWords();
  const set = (part: Partial<Duration>) => {
    const { unverified: _checked, ...kept } = value ?? { days: 0, dayKind: 'calendar' as DayKind, source: '' };
    const next = { ...kept, ...part };
    onChange(next.days > 0 ? next : undefined);
  };
  return (
    <div className={classes.form}>
      <NumberInput
        label={`${say('daysField')}: ${name}`}
        placeholder={say('empty')}
        min={0}
        max={3650}
        allowDecimal={false}
        value={value?.days ?? ''}
        onChange={(days) => set({ days: typeof days === 'number' ? days : 0 })}
      />
      <div style={{ alignSelf: 'end' }}>
        <SegmentedControl
          aria-label={`${say('kind')}: ${name}`}
          value={value?.dayKind ?? 'calendar'}
          onChange={(kind) => set({ dayKind: kind as DayKind })}
          data={[
            { value: 'calendar', label: say('calendarDays') },
            { value: 'working', label: say('workingDays') },
          ]}
        />
      </div>
      <TextInput
        className={classes.wide}
        label={`${say('source')}: ${name}`}
        value={value?.source ?? ''}
        maxLength={300}
        disabled={value === undefined}
        onChange={(event) => set({ source: event.currentTarget.value })}
      />
    </div>
  );
}

const writePapers = (type: PackCaseType): string =>
  type.steps
    .flatMap((step, index) =>
      step.documents.map(({ name, documentType, required }) => `${index + 1} | ${documentType} | ${name}${required ? '' : '?'}`),
    )
    .join('\n');

interface ReadPapers {
  readonly papers: readonly { readonly step: number; readonly document: PackDocument }[];
  /** Number of the first line that cannot be read. */
  readonly wrong: number | null;
}

function readPapers(text: string): ReadPapers {
  const papers: { step: number; document: PackDocument }[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const [step = '', documentType = '', ...rest] = line.split('|').map((part) => part.trim());
    const name = rest.join('|').trim();
    if (!/^[1-3]$/.test(step) || !codeItem('documentType', documentType) || name === '' || name === '?')
      return { papers, wrong: index + 1 };
    const required = !name.endsWith('?');
    papers.push({ step: Number(step), document: { name: required ? name : name.slice(0, -1).trim(), documentType, required } });
  }
  return { papers, wrong: null };
}

const withPapers = (type: PackCaseType, papers: ReadPapers['papers']): PackCaseType['steps'] =>
  type.steps.map((step, index) => ({ ...step, documents: papers.filter((one) => one.step === index + 1).map(({ document }) => document) }));
