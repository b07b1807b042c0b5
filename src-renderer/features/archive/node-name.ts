import type { ArchiveNode } from '#shared/contract/window/archive';
import type { useArchiveWords } from './words';

/** What a part of the archive is called: a fonds by its own name, "Nhiệm kỳ 2010-2015", "Trước 2010", "Hộp 3". */
export function nodeName({ kind, label }: ArchiveNode, say: ReturnType<typeof useArchiveWords>): string {
  if (kind === 'fonds') return label;
  if (kind === 'box') return label === '' ? say('boxUnknown') : say('box', { box: label });
  if (label === '') return say('termUnknown');
  return /^\d/.test(label) ? say('term', { term: label }) : label;
}
