import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { RawUnit } from '#shared/statistics/units';
import { codeLabel } from '#shared/rules/code-lists/index';
import { Empty } from '../../components/empty';
import { Problem } from '../../components/problem';
import { useLanguage } from '../../i18n/words';
import { service, useQueryOf } from '../../service/use-service';
import classes from './organisations.module.css';
import { rowsOf, treeOn } from './tree-of';
import { useOrganisationWords } from './words';

/** Every organisation, also those that ended: read once, drawn for any day. */
export const useUnits = () =>
  useQueryOf(['records', 'organisation', 'units'], async () => {
    const units: RawUnit[] = [];
    for (let offset = 0, total = 1; offset < total; offset += 500) {
      const page = await service().records.list({ type: 'organisation', offset, limit: 500 });
      total = page.total;
      units.push(...page.rows.map(({ id, values }) => ({ ...(values as unknown as Omit<RawUnit, 'id'>), id })));
    }
    return units;
  });

/** The tree on a day. Arrow keys walk, right and left unfold and fold, Enter opens. */
export function OrganisationTree({
  day,
  selected,
  onOpen,
}: {
  day: string;
  selected: string | undefined;
  onOpen: (id: string, how: { moving: boolean }) => void;
}) {
  const say = useOrganisationWords();
  const language = useLanguage();
  const units = useUnits();
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [active, setActive] = useState<string | undefined>(selected);
  const tree = useRef<HTMLDivElement>(null);
  const branches = useMemo(() => treeOn(units.data ?? [], day), [units.data, day]);
  const rows = useMemo(() => rowsOf(branches, folded), [branches, folded]);
  const at = Math.max(
    0,
    rows.findIndex(({ branch }) => branch.id === (active ?? selected)),
  );
  useEffect(() => {
    tree.current?.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  if (units.isError) return <Problem error={units.error} retry={() => void units.refetch()} />;
  if (units.data && rows.length === 0) return <Empty title={say('treeNone')} hint={say('treeNoneHint')} />;
  const fold = (id: string, on: boolean) =>
    setFolded((now) => {
      const next = new Set(now);
      if (on) next.add(id);
      else next.delete(id);
      return next;
    });
  const go = (index: number) => {
    const row = rows[Math.min(rows.length - 1, Math.max(0, index))];
    if (!row) return;
    setActive(row.branch.id);
    onOpen(row.branch.id, { moving: true });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[at];
    if (!row) return;
    const { branch, parent } = row;
    const isFolded = folded.has(branch.id);
    const acts: Record<string, () => void> = {
      ArrowDown: () => go(at + 1),
      ArrowUp: () => go(at - 1),
      Home: () => go(0),
      End: () => go(rows.length - 1),
      ArrowRight: () => (isFolded ? fold(branch.id, false) : branch.children.length > 0 ? go(at + 1) : undefined),
      ArrowLeft: () =>
        branch.children.length > 0 && !isFolded
          ? fold(branch.id, true)
          : parent === undefined
            ? undefined
            : go(rows.findIndex(({ branch: one }) => one.id === parent)),
      Enter: () => onOpen(branch.id, { moving: false }),
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  return (
    <div
      ref={tree}
      className={classes.tree}
      role="tree"
      aria-label={say('tree')}
      tabIndex={0}
      aria-activedescendant={rows[at] ? `unit-${rows[at].branch.id}` : undefined}
      onKeyDown={onKeyDown}
    >
      {rows.map(({ branch, depth }, index) => (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events jsx-a11y/interactive-supports-focus -- the tree itself has the focus and answers the keys
        <div
          key={branch.id}
          id={`unit-${branch.id}`}
          role="treeitem"
          aria-level={depth + 1}
          aria-selected={branch.id === selected}
          aria-expanded={branch.children.length > 0 ? !folded.has(branch.id) : undefined}
          className={classes.unit}
          data-active={index === at || undefined}
          style={{ paddingLeft: `${0.75 + depth * 1.25}rem` }}
          onClick={() => {
            setActive(branch.id);
            onOpen(branch.id, { moving: false });
          }}
        >
          {branch.children.length > 0 ? (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events jsx-a11y/no-static-element-interactions -- the arrow keys do the same
            <span
              className={classes.fold}
              aria-hidden
              onClick={(event) => {
                event.stopPropagation();
                fold(branch.id, !folded.has(branch.id));
              }}
            >
              {folded.has(branch.id) ? <IconChevronRight size="0.875rem" /> : <IconChevronDown size="0.875rem" />}
            </span>
          ) : (
            <span className={classes.fold} aria-hidden />
          )}
          <span>
            <b>{branch.name}</b>
            <small>
              {[
                codeLabel('organisationKind', branch.kind, language),
                branch.from.length > 0 ? say('cameFrom', { names: branch.from.join(', ') }) : '',
              ]
                .filter(Boolean)
                .join(' · ')}
            </small>
          </span>
        </div>
      ))}
    </div>
  );
}
