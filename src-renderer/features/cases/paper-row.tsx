import { Menu } from '@mantine/core';
import { IconCheck, IconDots, IconFileAlert, IconMinus, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { isOwnPaper } from '#shared/papers/choose';
import { codeLabel } from '#shared/rules/code-lists/index';
import { today as dayNow } from '../../components/day';
import { Chip } from '../../components/chip';
import { Due } from '../../components/due';
import { RefPicker } from '../../components/ref-picker';
import { noticeOfFailure } from '../../app/notices';
import { useLanguage } from '../../i18n/words';
import { service, useSave } from '../../service/use-service';
import { dayText } from '../format';
import { openRecord } from '../open-record';
import { type Paper } from './case-data';
import { makePaper, usePaperWords } from './make-paper';
import tone from '../../components/tone.module.css';
import classes from './checklist.module.css';
import { useCaseWords } from './words';

const documentTypes = ['archiveDocument', 'outgoingDocument', 'incomingDocument'] as const;

const looks = {
  CO: { tone: 'good', icon: <IconCheck size={14} /> },
  THIEU: { tone: 'warn', icon: <IconFileAlert size={14} /> },
  DANG_SOAN: { tone: 'neutral', icon: <IconPencil size={14} /> },
  KHONG_CAN: { tone: 'neutral', icon: <IconMinus size={14} /> },
} as const;

/** One paper of the list: its state, who and when, and what can be done about it. */
export function PaperRow({
  paper,
  titles,
  busy,
  onScan,
}: {
  paper: Paper;
  titles: Readonly<Record<string, string>>;
  busy: boolean;
  onScan(): void;
}) {
  const say = useCaseWords();
  const sayPaper = usePaperWords();
  const language = useLanguage();
  const { save } = useSave();
  const [linking, setLinking] = useState(false);
  const today = dayNow();
  const late = paper.state !== 'CO' && paper.dueOn !== null && paper.dueOn < today;
  const look = looks[paper.state as keyof typeof looks] ?? looks.DANG_SOAN;
  const set = (values: Record<string, unknown>) => void save({ type: 'checklistItem', id: paper.id, values }).catch(noticeOfFailure);
  const link = (document: string | null) => {
    setLinking(false);
    if (document) set({ document, state: 'CO', doneOn: today });
  };
  const { documentId } = paper;
  return (
    <li className={classes.paper} data-open={paper.state !== 'CO'}>
      <span>
        <Chip tone={late ? 'bad' : !paper.required && paper.state === 'THIEU' ? 'neutral' : look.tone} icon={look.icon}>
          {codeLabel('checklistState', paper.state, language)}
        </Chip>
      </span>
      <span className={classes.paperName} title={documentId ? titles[documentId] : undefined}>
        {paper.name}
        {!paper.required && <span className={tone.quiet}> ({say('optional')})</span>}
      </span>
      <span className={classes.paperDay}>{paper.state === 'CO' ? dayText(paper.doneOn) : <Due date={paper.dueOn} />}</span>
      <span className={classes.paperWho}>{paper.responsible}</span>
      <span className={classes.paperActs}>
        {documentId && (
          <button
            type="button"
            className="link"
            aria-label={`${say('openPaper')}: ${paper.name}`}
            onClick={() => openDocument(documentId).catch(noticeOfFailure)}
          >
            {say('openPaper')}
          </button>
        )}
        {!documentId && paper.state !== 'KHONG_CAN' && (
          <>
            <button type="button" className="link" disabled={busy} aria-label={`${say('scan')}: ${paper.name}`} onClick={onScan}>
              {say('scan')}
            </button>
            <button
              type="button"
              className="link"
              aria-label={`${say('attach')}: ${paper.name}`}
              aria-expanded={linking}
              onClick={() => setLinking((now) => !now)}
            >
              {say('attach')}
            </button>
          </>
        )}
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <button type="button" className={classes.dots} aria-label={say('more', { name: paper.name })}>
              <IconDots size={16} />
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            {isOwnPaper(paper.documentType) && (
              <Menu.Item onClick={() => void makePaper(paper.caseId, paper).catch(noticeOfFailure)}>{sayPaper('make')}</Menu.Item>
            )}
            {paper.state !== 'CO' && <Menu.Item onClick={() => set({ state: 'CO', doneOn: today })}>{say('markHave')}</Menu.Item>}
            {paper.state !== 'DANG_SOAN' && (
              <Menu.Item onClick={() => set({ state: 'DANG_SOAN', doneOn: null })}>{say('markWriting')}</Menu.Item>
            )}
            {paper.state !== 'THIEU' && <Menu.Item onClick={() => set({ state: 'THIEU', doneOn: null })}>{say('markMissing')}</Menu.Item>}
            {paper.state !== 'KHONG_CAN' && (
              <Menu.Item onClick={() => set({ state: 'KHONG_CAN', doneOn: null })}>{say('markNotNeeded')}</Menu.Item>
            )}
            {documentId && <Menu.Item onClick={() => set({ document: null, state: 'THIEU', doneOn: null })}>{say('unlink')}</Menu.Item>}
          </Menu.Dropdown>
        </Menu>
      </span>
      {linking && (
        <span className={classes.paperLink}>
          <RefPicker label={say('attachTitle', { name: paper.name })} types={documentTypes} value={null} onChange={link} />
        </span>
      )}
    </li>
  );
}

/** The paper may point to a document of any register; the lookup of its id tells which. */
async function openDocument(id: string): Promise<void> {
  for (const type of documentTypes) {
    const found = await service()
      .records.get({ type, id })
      .catch(() => null);
    if (found) return openRecord(type, id);
  }
}
