import { Select } from '@mantine/core';
import type { Filter } from '#shared/contract/window/common';
import { codeList } from '#shared/rules/code-lists/index';
import { navigate, useRoute } from '../../app/navigation';
import { useSession } from '../../app/session';
import { readWhere, writeWhere } from '../../components/list/criteria';
import { foldedFilter } from '../../components/folded-filter';
import { useLanguage } from '../../i18n/words';
import { service, useQueryOf } from '../../service/use-service';
import work from '../work/work.module.css';
import classes from './documents.module.css';
import { useDocumentWords } from './words';

const types = ['incomingDocument', 'outgoingDocument'] as const;

/** Which book of papers: its kind and, of papers out, the term; and whether the numbers of this book run without a gap. */
export function BooksBar() {
  const say = useDocumentWords();
  const language = useLanguage();
  const { query = {}, ...route } = useRoute();
  const term = useSession()?.committee.term ?? '';
  const type = types.find((one) => one === query['type']) ?? (query['type'] === undefined ? 'incomingDocument' : undefined);
  const gaps = useQueryOf(
    ['records', type ?? 'incomingDocument', 'gaps'],
    () => service().registers.gaps({ type: type ?? 'incomingDocument' }),
    {
      enabled: type !== undefined,
    },
  );
  if (type === undefined) return null;
  const where = readWhere(type, query['where']);
  const chosen = (field: string): string | null => {
    const found = where.find((filter) => filter.field === field && filter.op === 'eq')?.value;
    return typeof found === 'string' ? found : null;
  };
  const choose = (field: string, value: string | null) => {
    const others = where.filter((filter) => filter.field !== field || filter.op !== 'eq');
    const next: Filter[] = value === null ? others : [...others, { field, op: 'eq', value }];
    navigate({ ...route, query: { ...query, type, where: writeWhere(next) } }, { replace: true });
  };
  const terms = [...new Set([term, chosen('term') ?? ''])].filter(Boolean);
  const missing = (gaps.data?.gaps ?? []).reduce((sum, { first, last }) => sum + last - first + 1, 0);
  return (
    <div className={classes.books}>
      <Select
        aria-label={say('kind')}
        placeholder={say('anyKind')}
        clearable
        searchable
        filter={foldedFilter}
        value={chosen('type')}
        data={codeList('documentType').items.map((item) => ({ value: item.code, label: item.label[language] }))}
        onChange={(value) => choose('type', value)}
      />
      {type === 'outgoingDocument' && (
        <Select
          aria-label={say('term')}
          placeholder={say('anyTerm')}
          clearable
          value={chosen('term')}
          data={terms.map((value) => ({ value, label: value }))}
          onChange={(value) => choose('term', value)}
        />
      )}
      <p className={work.quiet} role="status">
        {gaps.data && (missing > 0 ? say('missing', { count: missing }) : say('noMissing'))}{' '}
        <button type="button" className="link" onClick={() => navigate({ screen: 'documents', query: { view: 'gaps' } })}>
          {say('checkGaps')}
        </button>
      </p>
    </div>
  );
}
