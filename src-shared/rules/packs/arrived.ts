/** Rule packs that came from the province after this version: they replace a built-in pack of the same id, or stand beside the others by their days. */
import { packSchema } from './pack-schema';
import type { RulePack } from './rule-pack';

/** The pack that a record of type rulePack holds as JSON; undefined for what this version cannot follow. */
export function readRulePack(content: string): RulePack | undefined {
  try {
    return packSchema.parse(JSON.parse(content));
  } catch {
    return undefined;
  }
}

/** Built-in and arrived packs, oldest first. */
export function withArrived(builtIn: readonly [RulePack, ...RulePack[]], arrived: readonly RulePack[]): readonly [RulePack, ...RulePack[]] {
  const byId = new Map([...builtIn, ...arrived].map((pack) => [pack.id, pack]));
  const [first = builtIn[0], ...rest] = [...byId.values()].sort((a, b) =>
    a.validFrom < b.validFrom ? -1 : a.validFrom > b.validFrom ? 1 : a.id < b.id ? -1 : 1,
  );
  return [first, ...rest];
}
