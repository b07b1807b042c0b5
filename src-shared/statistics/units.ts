/** Which organisations a figure for one of them covers: what stands below it, and what it came from. */
import type { Day } from '../rules/day';

export interface UnitNode {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly parent?: string | undefined;
  readonly validFrom?: Day | undefined;
  readonly validTo?: Day | undefined;
  readonly state: string;
  /** Ids of what it came from, whichever side the lineage was written on. */
  readonly predecessors: readonly string[];
}

export interface RawUnit {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly parent?: string | null | undefined;
  readonly validFrom?: Day | null | undefined;
  readonly validTo?: Day | null | undefined;
  readonly state: string;
  readonly lineage?: readonly { readonly kind?: string | null; readonly organisation?: string | null }[] | null | undefined;
}

export interface Units {
  readonly nodes: ReadonlyMap<string, UnitNode>;
  /**
   * The organisation itself, everything below it, and everything that merged into these. What was split is left to its own name and to the
   * levels above: counting it for each of its successors would count it several times.
   */
  covered(id: string): ReadonlySet<string>;
  /**
   * Where something that is linked to `id` belonged on that day: `id` itself, or what it came from where it did not exist yet and came from
   * one organisation alone. What merged of several cannot be told apart afterwards.
   */
  onDay(id: string, day: Day): string;
}

export function unitsOf(raw: readonly RawUnit[]): Units {
  const predecessors = new Map<string, Set<string>>();
  const link = (successor: string, predecessor: string) => {
    if (successor === predecessor) return;
    predecessors.set(successor, (predecessors.get(successor) ?? new Set()).add(predecessor));
  };
  for (const { id, lineage } of raw)
    for (const { kind, organisation } of lineage ?? []) {
      if (!organisation) continue;
      if (kind === 'KE_THUA') link(organisation, id);
      else if (kind === 'TIEN_THAN') link(id, organisation);
    }
  const successors = new Map<string, number>();
  for (const set of predecessors.values()) for (const id of set) successors.set(id, (successors.get(id) ?? 0) + 1);
  const nodes = new Map(
    raw.map(({ id, name, kind, parent, validFrom, validTo, state }): [string, UnitNode] => [
      id,
      {
        id,
        name,
        kind,
        parent: parent ?? undefined,
        validFrom: validFrom ?? undefined,
        validTo: validTo ?? undefined,
        state,
        predecessors: [...(predecessors.get(id) ?? [])],
      },
    ]),
  );
  const children = new Map<string, string[]>();
  for (const { id, parent } of nodes.values()) if (parent) children.set(parent, [...(children.get(parent) ?? []), id]);

  const known = new Map<string, ReadonlySet<string>>();
  const covered = (id: string): ReadonlySet<string> => {
    const before = known.get(id);
    if (before) return before;
    const found = new Set([id]);
    const waiting = [id];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const whole = (nodes.get(next)?.predecessors ?? []).filter((one) => successors.get(one) === 1);
      for (const one of [...(children.get(next) ?? []), ...whole])
        if (!found.has(one)) {
          found.add(one);
          waiting.push(one);
        }
    }
    known.set(id, found);
    return found;
  };
  const onDay = (id: string, day: Day): string => {
    const seen = new Set<string>();
    for (let at = id; ; ) {
      const node = nodes.get(at);
      const [only] = node?.predecessors ?? [];
      if (!node?.validFrom || node.validFrom <= day || node.predecessors.length !== 1 || only === undefined || seen.has(only)) return at;
      seen.add(only);
      at = only;
    }
  };
  return { nodes, covered, onDay };
}
