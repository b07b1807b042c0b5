/** What must hold for the demo to end well. */

/**
 * @param {boolean} holds
 * @param {string} what shown either way
 */
export const check = (holds, what) => {
  if (!holds) throw new Error(what);
  process.stdout.write(`        ✓ ${what}\n`);
};

/**
 * Every record of the workstation must be at the hub, type by type.
 * @param {(...args: string[]) => Promise<any>} kts
 * @param {import('./hub.mjs').HubCounts} there
 */
export const compare = async (kts, there) => {
  const types = [
    'organisation',
    'partyMember',
    'petition',
    'case',
    'caseStep',
    'checklistItem',
    'conclusion',
    'duty',
    'disciplinaryDecision',
    'incomingDocument',
    'outgoingDocument',
    'task',
    'archiveFonds',
    'archiveFile',
    'archiveDocument',
    'page',
    'note',
  ];
  /** @type {string[]} */
  const differences = [];
  for (const type of types) {
    const { total } = await kts('record', 'list', type, '--limit', '1');
    const kept = await keptHere(kts, type);
    if (total - kept !== (there.byType[type] ?? 0))
      differences.push(`${type}: ${total} here (${kept} kept here), ${there.byType[type] ?? 0} at the hub`);
  }
  check(differences.length === 0, differences.length === 0 ? `all ${there.records} records are in PostgreSQL` : differences.join('; '));
};

/**
 * How many records stay on a connected workstation because of their secrecy.
 * @param {(...args: string[]) => Promise<any>} kts
 * @param {string} type
 */
const keptHere = async (kts, type) => {
  const { rows } = await kts('record', 'list', type, '--limit', '1000');
  return rows.filter((/** @type {any} */ row) => row.values.secrecy !== undefined && row.values.secrecy !== 'THUONG').length;
};
