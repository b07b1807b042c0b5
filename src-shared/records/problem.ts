/** What is wrong with one field of a record, told the same way in the window, in `kts` and by the service. */
import type { Field } from './field';
import type { Label } from './label';
import type { RecordType } from './record-type';

export type ProblemKind =
  | 'required'
  | 'tooLong'
  | 'notText'
  | 'notADate'
  | 'notInList'
  | 'notANumber'
  | 'outOfRange'
  | 'notABoolean'
  | 'notAList'
  | 'brokenReference'
  | 'readOnly'
  | 'unknownField';

export interface FieldProblem {
  readonly field: string;
  /** Of a list field: id of the item, and its field. */
  readonly itemId?: string;
  readonly subField?: string;
  readonly problem: ProblemKind;
  /** Bounds that were exceeded: of characters (tooLong) or of the number (outOfRange). */
  readonly min?: number;
  readonly max?: number;
}

const texts: Record<ProblemKind, Label> = {
  required: { vi: 'Cần điền ô này.', en: 'This field is needed.' },
  tooLong: { vi: 'Dài quá {max} ký tự.', en: 'Longer than {max} characters.' },
  notText: { vi: 'Cần là chữ.', en: 'Needs to be text.' },
  notADate: { vi: 'Ngày này không có trong lịch; ghi ngày/tháng/năm.', en: 'This day is not in the calendar; write day/month/year.' },
  notInList: { vi: 'Giá trị không có trong danh mục; chọn lại.', en: 'Not a value of the list; choose again.' },
  notANumber: { vi: 'Cần là số nguyên.', en: 'Needs to be a whole number.' },
  outOfRange: { vi: 'Cần từ {min} đến {max}.', en: 'Needs to be from {min} to {max}.' },
  notABoolean: { vi: 'Cần là có hoặc không.', en: 'Needs to be yes or no.' },
  notAList: { vi: 'Cần là danh sách.', en: 'Needs to be a list.' },
  brokenReference: { vi: 'Trỏ tới một bản ghi không có; chọn lại.', en: 'Points to a record that does not exist; choose again.' },
  readOnly: { vi: 'Ô này do chương trình ghi.', en: 'This field is written by the program.' },
  unknownField: { vi: 'Không có ô này.', en: 'There is no such field.' },
};

/** What to mend, without the name of the field. */
export function problemText(problem: FieldProblem, language: 'vi' | 'en'): string {
  const number = (n: number | undefined): string => (n === undefined ? '' : n.toLocaleString(language === 'vi' ? 'vi-VN' : 'en-GB'));
  return texts[problem.problem][language].replace('{min}', number(problem.min)).replace('{max}', number(problem.max));
}

/** Name of the field as people see it; for a field of a list item 'Nội dung: Lĩnh vực'. */
export function problemLabel(type: RecordType, problem: FieldProblem, language: 'vi' | 'en'): string {
  const field: Field | undefined = type.fields[problem.field];
  if (!field) return problem.field;
  const sub = field.kind === 'list' && problem.subField ? field.item[problem.subField] : undefined;
  return sub ? `${field.label[language]}: ${sub.label[language]}` : field.label[language];
}
