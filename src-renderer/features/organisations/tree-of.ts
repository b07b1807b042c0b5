/** The tree of organisations as it stood on a day, and where each came from and went to. Pure. */
import { type RawUnit, unitsOf } from '#shared/statistics/units';

export interface Branch {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly state: string;
  readonly children: readonly Branch[];
  /** Names of what it came from. */
  readonly from: readonly string[];
}

/** A row of the tree as it is shown. */
export interface TreeRow {
  readonly branch: Branch;
  readonly depth: number;
  readonly parent: string | undefined;
}

const byName = new Intl.Collator('vi', { numeric: true });

/** Organisations that existed on this day, below the one that stood above them then; one whose parent did not exist stands at the top. */
export function treeOn(raw: readonly RawUnit[], day: string): Branch[] {
  const { nodes } = unitsOf(raw);
  const lives = (id: string): boolean => {
    const node = nodes.get(id);
    return node !== undefined && (!node.validFrom || node.validFrom <= day) && (!node.validTo || node.validTo >= day);
  };
  const living = [...nodes.values()].filter(({ id }) => lives(id));
  const below = new Map<string, (typeof living)[number][]>();
  for (const node of living) {
    const above = node.parent !== undefined && lives(node.parent) ? node.parent : '';
    below.set(above, [...(below.get(above) ?? []), node]);
  }
  const branch = (id: string, above: ReadonlySet<string>): Branch[] => {
    const node = nodes.get(id);
    // What stands above itself by mistake is not followed round.
    if (!node || above.has(id)) return [];
    const seen = new Set(above).add(id);
    return [
      {
        id,
        name: node.name,
        kind: node.kind,
        state: node.state,
        from: node.predecessors.flatMap((one) => nodes.get(one)?.name ?? []),
        children: (below.get(id) ?? []).toSorted(order).flatMap((child) => branch(child.id, seen)),
      },
    ];
  };
  return (below.get('') ?? []).toSorted(order).flatMap(({ id }) => branch(id, new Set()));
}

const order = (a: { name: string }, b: { name: string }): number => byName.compare(a.name, b.name);

/** Rows in sight: of folded branches only the branch itself. */
export function rowsOf(branches: readonly Branch[], folded: ReadonlySet<string>, depth = 0, parent?: string): TreeRow[] {
  return branches.flatMap((branch) => [
    { branch, depth, parent },
    ...(folded.has(branch.id) ? [] : rowsOf(branch.children, folded, depth + 1, branch.id)),
  ]);
}
