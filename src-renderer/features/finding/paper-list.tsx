import type { ReactNode } from 'react';
import type { Paper } from '#shared/contract/window/finding';
import { recordTypes } from '#shared/records/registry';
import { useLanguage } from '../../i18n/words';
import { noticeOfFailure } from '../../app/notices';
import { dayText } from '../format';
import { openRecord } from '../open-record';
import classes from './finding.module.css';

/** An archive document opens at its first page, other records on their own screen. */
export const openPaper = (paper: Pick<Paper, 'id' | 'type'>): void => void openRecord(paper.type, paper.id).catch(noticeOfFailure);

/** Papers one under the other: what, where, when. `aside` says more of each. */
export function PaperList<P extends Paper>({
  papers,
  label,
  aside,
}: {
  papers: readonly P[];
  label: string;
  aside?: (paper: P) => ReactNode;
}) {
  const language = useLanguage();
  return (
    <ul className={classes.papers} aria-label={label}>
      {papers.map((paper) => (
        <li key={paper.id}>
          <button type="button" onClick={() => openPaper(paper)}>
            <span className={classes.paperText}>
              <b>{paper.title || recordTypes[paper.type].label[language]}</b>
              <span>{[recordTypes[paper.type].label[language], paper.file?.title ?? paper.subtitle].filter(Boolean).join(' · ')}</span>
            </span>
            <span className={classes.paperSide}>
              <span>{dayText(paper.day)}</span>
              {aside?.(paper)}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
