import type { RecordView } from '#shared/contract/window/common';
import { codeLabel } from '#shared/rules/code-lists/index';
import { service, useQueryOf } from '../../service/use-service';
import type { Language } from '../../i18n/words';

/** Ranges that are held at all; a committee has a handful. */
export const useRanges = () =>
  useQueryOf(['records', 'numberRange', 'all'], () => service().records.list({ type: 'numberRange', limit: 200 }), { keep: true });

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

export const rangeText = ({ values }: RecordView): string => `${text(values.first)}–${text(values.last)}`;
export const registerText = ({ values }: RecordView, language: Language): string =>
  codeLabel('numberRegister', text(values.register), language);

/** Within what the numbers run: 2026; Nhiệm kỳ 2025-2030, Thông báo. */
export const scopeText = ({ values }: RecordView, language: Language): string =>
  [text(values.year), text(values.term), values.documentType ? codeLabel('documentType', text(values.documentType), language) : '']
    .filter(Boolean)
    .join(', ');
