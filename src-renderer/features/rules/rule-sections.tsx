import { Checkbox } from '@mantine/core';
import { codeLabel } from '#shared/rules/code-lists/index';
import type { RulePack } from '#shared/rules/packs/index';
import { useLanguage } from '../../i18n/words';
import { RowsEditor } from './rows-editor';
import { useRuleWords } from './words';

/** The parts of a pack that are lists of rules: legal basis, forms, votes, classification, numbers, retention, statistics forms. */
export function RuleSections({ pack, onChange }: { pack: RulePack; onChange: (part: Partial<RulePack>) => void }) {
  const say = useRuleWords();
  const language = useLanguage();
  const codes = (list: Parameters<typeof codeLabel>[0], values: readonly string[]) =>
    values.map((code) => codeLabel(list, code, language)).join(', ');
  const { discipline } = pack;
  const source = { key: 'source', kind: 'text', label: say('source'), wide: true, required: true } as const;
  return (
    <>
      <RowsEditor
        title={say('basis')}
        rows={pack.legalBasis}
        nameOf={({ symbol }) => symbol}
        blank={{ symbol: '', subject: '' }}
        fields={[
          { key: 'symbol', kind: 'text', label: say('symbol'), required: true },
          { key: 'issuedOn', kind: 'day', label: say('issuedOn') },
          { key: 'subject', kind: 'text', label: say('subject'), wide: true, required: true },
        ]}
        onChange={(legalBasis) => onChange({ legalBasis })}
      />
      {discipline && (
        <>
          <RowsEditor
            title={say('forms')}
            rows={discipline.forms}
            nameOf={({ subject, form }) => (form ? `${say(`subject_${subject}`)}: ${codes('disciplineForm', [form])}` : '')}
            blank={{ subject: 'DV_CHINH_THUC', form: '', source: '' }}
            fields={[
              {
                key: 'subject',
                kind: 'choice',
                label: say('subjectKind'),
                choices: (['DV_CHINH_THUC', 'DV_DU_BI', 'TCD'] as const).map((value) => ({ value, label: say(`subject_${value}`) })),
              },
              { key: 'form', kind: 'code', label: say('form'), list: 'disciplineForm', required: true },
              source,
            ]}
            onChange={(forms) => onChange({ discipline: { ...discipline, forms } })}
          />
          <RowsEditor
            title={say('votes')}
            rows={discipline.votes}
            nameOf={({ levels, forms, share, of }) =>
              forms.length === 0
                ? ''
                : `${levels.length === 0 ? say('anyLevel') : codes('disciplineLevel', levels)}, ${codes('disciplineForm', forms)}: ${say(share)} ${say(of)}`
            }
            blank={{ levels: [], forms: [], share: 'MORE_THAN_HALF', of: 'ENTITLED', source: '' }}
            fields={[
              { key: 'levels', kind: 'codes', label: say('levels'), list: 'disciplineLevel', required: true },
              { key: 'forms', kind: 'codes', label: say('form'), list: 'disciplineForm', required: true },
              {
                key: 'share',
                kind: 'choice',
                label: say('share'),
                choices: (['MORE_THAN_HALF', 'TWO_THIRDS'] as const).map((value) => ({ value, label: say(value) })),
              },
              {
                key: 'of',
                kind: 'choice',
                label: say('shareOf'),
                choices: (['ENTITLED', 'PRESENT'] as const).map((value) => ({ value, label: say(value) })),
              },
              { key: 'secret', kind: 'flag', label: say('secret') },
              source,
            ]}
            onChange={(votes) => onChange({ discipline: { ...discipline, votes } })}
          />
          <Checkbox
            label={say('cumulate')}
            checked={discipline.cumulate}
            onChange={({ currentTarget }) => onChange({ discipline: { ...discipline, cumulate: currentTarget.checked } })}
          />
        </>
      )}
      <RowsEditor
        title={say('petitionRules')}
        rows={pack.petitionRules ?? []}
        nameOf={({ reason }) => reason[language] || reason.vi}
        blank={{
          id: `UB_${(pack.petitionRules ?? []).length + 1}`,
          classification: 'DU_DIEU_KIEN',
          handling: 'THU_LY',
          reason: { vi: '', en: '' },
          source: '',
        }}
        fields={[
          { key: 'reason', kind: 'label', label: say('reason') },
          { key: 'kinds', kind: 'codes', label: say('petitionKinds'), list: 'petitionKind' },
          { key: 'signatures', kind: 'codes', label: say('signatures'), list: 'signatureForm' },
          { key: 'facts', kind: 'codes', label: say('facts'), list: 'petitionFact' },
          { key: 'unlessFacts', kind: 'codes', label: say('unlessFacts'), list: 'petitionFact' },
          { key: 'managedBy', kind: 'codes', label: say('managedBy'), list: 'managementLevel' },
          { key: 'duplicate', kind: 'flag', label: say('ifDuplicate') },
          { key: 'classification', kind: 'code', label: say('classification'), list: 'petitionClassification', required: true },
          { key: 'handling', kind: 'code', label: say('handling'), list: 'petitionHandling', required: true },
          source,
        ]}
        onChange={(petitionRules) => onChange({ petitionRules })}
      />
      <RowsEditor
        title={say('retention')}
        rows={pack.retention ?? []}
        nameOf={({ what }) => what[language] || what.vi}
        blank={{ what: { vi: '', en: '' }, caseTypes: [], retention: '06', source: '' }}
        fields={[
          { key: 'what', kind: 'label', label: say('what') },
          { key: 'caseTypes', kind: 'codes', label: say('caseTypes'), list: 'caseType', required: true },
          { key: 'violation', kind: 'flag', label: say('onlyViolation') },
          { key: 'retention', kind: 'code', label: say('retention'), list: 'retention', required: true },
          source,
        ]}
        onChange={(retention) => onChange({ retention })}
      />
      <RowsEditor
        title={say('numbers')}
        rows={pack.numberFormats ?? []}
        nameOf={({ register, pattern }) => (register ? `${codes('numberRegister', [register])}: ${pattern}` : '')}
        blank={{ register: '', pattern: '{number}', per: 'YEAR', source: '' }}
        fields={[
          { key: 'register', kind: 'code', label: say('register'), list: 'numberRegister', required: true },
          { key: 'pattern', kind: 'text', label: say('pattern'), required: true },
          {
            key: 'per',
            kind: 'choice',
            label: say('per'),
            choices: (['TERM', 'YEAR'] as const).map((value) => ({ value, label: say(`per_${value}`) })),
          },
          source,
        ]}
        onChange={(numberFormats) => onChange({ numberFormats })}
      />
      <RowsEditor
        title={say('statistics')}
        rows={pack.statistics ?? []}
        nameOf={({ form, title }) => [form, title].filter(Boolean).join(' ')}
        blank={{ form: '', title: '', source: '' }}
        fields={[
          { key: 'form', kind: 'text', label: say('formId'), required: true },
          { key: 'title', kind: 'text', label: say('formTitle'), wide: true, required: true },
          source,
        ]}
        onChange={(statistics) => onChange({ statistics })}
      />
    </>
  );
}
