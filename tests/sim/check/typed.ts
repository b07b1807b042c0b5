import type { HubScope } from '../world/memory-hub-store';
import { marksIn, opName, type Oracle } from '../world/oracle';
import type { Station } from '../world/station';
import { type LoggedOp, opsOf } from './log';
import { canonical } from '#shared/sync/op';

/**
 * Every value that was typed and acknowledged is accounted for: it stands, it was replaced by somebody who saw it, it waits in a
 * conflict or was refused. Nothing else may have become of it, unless the machine that it was typed on was put back.
 */
export function checkTyped(scope: Readonly<HubScope>, stations: readonly Station[], oracle: Oracle): string[] {
  const names = new Set(stations.map(({ name }) => name));
  const entries = oracle.typed.filter(({ who }) => names.has(who));
  const ops = opsOf(scope);
  const stored = new Set(ops.map(({ op }) => opName(op)));
  const refused = new Set(ops.filter((logged) => logged.refused).map(({ op }) => opName(op)));
  const standing = marksAt(scope);
  const replaced = new Set(entries.filter(({ op }) => stored.has(op)).flatMap(({ place, over }) => over.map((mark) => `${place} ${mark}`)));
  const problems: string[] = [];
  for (const { op, who, place, put, mayVanish } of entries) {
    if (!stored.has(op)) {
      if (!mayVanish) problems.push(`what ${who} typed in ${place} (${put.join()}) never reached the hub`);
      continue;
    }
    if (refused.has(op)) continue;
    for (const mark of put)
      if (!standing.get(place)?.has(mark) && !replaced.has(`${place} ${mark}`))
        problems.push(`${mark} that ${who} typed in ${place} was lost; ${storyOf(ops, place)}`);
  }
  return problems;
}

/** Marks that stand in a field, or wait in a conflict on it. */
function marksAt(scope: Readonly<HubScope>): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { type, id, state } of scope.records.values())
    for (const field of Object.keys(state.fields)) {
      const waiting = state.clocks[field];
      found.set(`${type} ${id} ${field}`, new Set([...marksIn(state.fields[field]), ...marksIn(waiting)]));
    }
  return found;
}

/** What the hub took of a field, in its order. */
const storyOf = (ops: readonly LoggedOp[], place: string): string =>
  ops
    .flatMap(({ op, clock, refused }) => {
      const field = place.slice(`${op.type} ${op.id} `.length);
      if (place !== `${op.type} ${op.id} ${field}` || !(field in op.fields)) return [];
      const settles = op.fields['$settles'];
      return [
        `${canonical(op.fields[field])} as ${clock} on ${op.base[field] ?? 'nothing'}${refused ? ', refused' : ''}${settles ? `, settles ${canonical(settles)}` : ''}`,
      ];
    })
    .join('; ');
