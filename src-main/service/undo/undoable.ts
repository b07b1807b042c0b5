/** Which calls of the window are steps that their person can take back. */
import { procedures } from '../access/ways-out';

/** Each record stands for itself. */
const each = new Set(['lists.apply']);
/** Registers as people write in them; what the right to write asks for is asked per type. */
const registers = new Set(['records.save', 'records.saveAll', 'records.remove', 'records.restore']);
/** Opening the report notes what is overdue; a decision about a conflict is an op that is decided anew. */
const noSteps = new Set(['followUp.notDone', 'sync.decide']);

/**
 * How a call is taken back: as a whole or not at all, or each record for itself; undefined where it is no step. Every call that needs the right
 * to write is one. What works on pages and on many documents of the archive (verification, bulk correction, lists that come in, changes of
 * pages) keeps steps of its own that outlive the session.
 */
export function undoneAs(procedure: string): 'whole' | 'each' | undefined {
  if (each.has(procedure)) return 'each';
  if (registers.has(procedure)) return 'whole';
  return procedures[procedure]?.needs === 'write' && !noSteps.has(procedure) ? 'whole' : undefined;
}
