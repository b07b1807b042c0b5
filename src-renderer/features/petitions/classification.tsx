import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import type { RecordView } from '#shared/contract/window/common';
import { codeLabel } from '#shared/rules/code-lists/index';
import { packFor } from '#shared/rules/packs/index';
import { classify } from '#shared/rules/petitions/classify';
import { noticeOfFailure } from '../../app/notices';
import panel from '../../components/panel.module.css';
import tone from '../../components/tone.module.css';
import { useLanguage } from '../../i18n/words';
import { useSave } from '../../service/use-service';
import classes from './petition.module.css';
import { usePetitionWords } from './words';

type Values = Readonly<Record<string, unknown>>;
const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const list = (value: unknown): readonly string[] => (Array.isArray(value) ? (value as string[]) : []);

/** State of a petition that is handled so. */
const stateAfter: Readonly<Record<string, string>> = { THU_LY: 'DANG_GIAI_QUYET', NAM_TINH_HINH: 'DANG_GIAI_QUYET', CHUYEN: 'CHO_TRA_LOI' };

/** What the rules propose for this petition, with the reason and its provision; taken over only by a person. */
export function Classification({ values, record }: { values: Values; record?: RecordView }) {
  const say = usePetitionWords();
  const language = useLanguage();
  const { save, saving } = useSave();
  const pack = packFor(text(values['receivedOn']) ?? '');
  const proposal = classify(
    {
      kind: text(values['kind']),
      signatureForm: text(values['signatureForm']),
      facts: list(values['facts']),
      managedBy: text(values['managedBy']),
      duplicateOf: text(values['duplicateOf']),
      items: list(values['items']).length,
      hasSubject:
        list(values['accusedMembers']).length + list(values['accusedOrganisations']).length > 0 || Boolean(text(values['accusedText'])),
    },
    pack.petitionRules ?? [],
  );
  const [first, ...others] = proposal.reasons;
  const same = values['classification'] === proposal.classification && values['handling'] === proposal.handling;
  const take = () =>
    record &&
    first &&
    void save({
      type: 'petition',
      id: record.id,
      expectedRevision: record.revision,
      values: {
        classification: proposal.classification,
        handling: proposal.handling,
        classificationReason: `${first.text.vi} (${first.source})`,
        state: stateAfter[proposal.handling ?? ''] ?? values['state'],
      },
    }).catch(noticeOfFailure);
  return (
    <section className={panel.panel} aria-label={say('proposal')}>
      <header className={`${panel.head} ${panel.inner}`}>
        <h2>{say('proposal')}</h2>
      </header>
      <div className={classes.proposal}>
        {first ? (
          <>
            <p className={classes.summary}>{codeLabel('petitionHandling', proposal.handling ?? '', language)}</p>
            <p className={tone.quiet}>{codeLabel('petitionClassification', proposal.classification ?? '', language)}</p>
            <ul>
              {[first, ...others].map((reason) => (
                <li key={reason.id} className={reason === first ? undefined : tone.quiet}>
                  <IconCheck size={14} aria-hidden />
                  <span>
                    {reason.text[language]}{' '}
                    <span className={tone.quiet}>
                      {reason.source}
                      {reason.unverified && `, ${say('notVerified')}`}
                    </span>
                  </span>
                </li>
              ))}
            </ul>
          </>
        ) : (
          <p className={tone.quiet}>{say('proposalNone')}</p>
        )}
        {proposal.missing.length > 0 && (
          <ul>
            {proposal.missing.map((one) => (
              <li key={one} className={tone.warn}>
                <IconAlertTriangle size={14} aria-hidden />
                <span>{say(`missing_${one}`)}</span>
              </li>
            ))}
          </ul>
        )}
        {proposal.split && <p className={tone.warn}>{say('splitHint')}</p>}
        <p className={tone.quiet}>{say('proposalPack', { pack: pack.name[language] })}</p>
        {record && first && !same && (
          <Button variant="default" loading={saving} onClick={take}>
            {say('takeProposal')}
          </Button>
        )}
      </div>
    </section>
  );
}
