import { notice } from '../../app/notices';
import { today } from '../../components/day';
import { currentLanguage } from '../../i18n/index';
import { defineWords } from '../../i18n/words';
import { shell } from '../../service/connection';
import { service } from '../../service/use-service';

export const usePaperWords = defineWords('make-paper', {
  vi: { make: 'Tạo văn bản (Word)', made: 'Đã ghi {{file}}', gaps: 'Soát dự thảo, còn {{count}} điểm: {{text}}' },
  en: { make: 'Write the paper (Word)', made: 'Wrote {{file}}', gaps: 'Draft checked, {{count}} points left: {{text}}' },
});

/** The same for a template, of a case or a petition. */
export async function makeFromTemplate(ofId: string, template: { readonly id: string; readonly name: string }): Promise<void> {
  const file = await shell().saveFile({ defaultName: `${template.name}.docx` });
  if (!file) return;
  await service().papers.make({ caseId: ofId, template: template.id, today: today(), file });
  notice(usePaperWords.say('made', { file }));
}

/** Tạo văn bản: the paper of a checklist line as a Word file, filled from the case, where the person says. */
export async function makePaper(caseId: string, paper: { readonly id: string; readonly name: string }): Promise<void> {
  const file = await shell().saveFile({ defaultName: `${paper.name}.docx` });
  if (!file) return;
  const { gaps } = await service().papers.make({ caseId, item: paper.id, today: today(), file });
  notice(usePaperWords.say('made', { file }));
  if (gaps.length > 0) notice(usePaperWords.say('gaps', { count: gaps.length, text: gaps.map((one) => one[currentLanguage()]).join(' ') }));
}
