import { fold } from '../text/fold';
import { codeLabel } from '../rules/code-lists/index';
import { say, type PaperTemplate } from './template';
import { paperTemplates } from './templates/index';

/** Papers that others bring as they are, which the committee only files. */
const written = new Set(['DON', 'KKTS', 'TAI_LIEU', 'CHUNG_TU']);

/** The template for a line of a checklist: the one whose words name it most closely, else a skeleton under the line's own name. */
export function templateFor(name: string, documentType: string): PaperTemplate {
  const words = fold(name);
  const fits = paperTemplates
    .flatMap((template) => template.serves.map((serves) => ({ template, serves })))
    .filter(({ template, serves }) => template.documentType === documentType && serves.every((word) => words.includes(word)))
    .sort((a, b) => b.serves.join(' ').length - a.serves.join(' ').length);
  return fits[0]?.template ?? skeleton(name, documentType);
}

/** Whether a paper is made here at all. */
export const isOwnPaper = (documentType: string): boolean => !written.has(documentType);

const skeleton = (name: string, documentType: string): PaperTemplate => {
  const type = codeLabel('documentType', documentType, 'vi');
  const title = type.toUpperCase();
  const subject = fold(name).startsWith(fold(type)) ? name.slice(type.length).trim() : name.charAt(0).toLowerCase() + name.slice(1);
  return {
    id: `khung-${documentType.toLowerCase()}`,
    name,
    documentType,
    title,
    subject,
    kind: documentType === 'BB' ? 'minutes' : 'paper',
    lines: [say('{doi_tuong}; {noi_dung}'), say('…………………………………………………………………………'), say('…………………………………………………………………………')],
    ...(documentType === 'BB'
      ? {}
      : { signer: ['T/M ỦY BAN KIỂM TRA', 'CHỦ NHIỆM'], recipients: ['Như trên,', 'Lưu Ủy ban Kiểm tra, HSKT.'] }),
    serves: [],
  };
};
