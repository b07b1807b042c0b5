import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isContractProcedure } from '@orpc/contract';
import { describe, expect, it } from 'vitest';
import { windowContract } from '#shared/contract/window/index';
import { waysOut } from '#shared/secrecy/policy';
import { cliCommands, procedures, type Procedure } from '#service/access/ways-out';

function pathsOf(router: object, before: readonly string[] = []): string[] {
  return Object.entries(router).flatMap(([name, inner]) =>
    isContractProcedure(inner)
      ? [[...before, name].join('.')]
      : typeof inner === 'object' && inner !== null
        ? pathsOf(inner as object, [...before, name])
        : [],
  );
}
const root = join(import.meta.dirname, '..', '..', '..');
const commandNames = (): string[] => {
  const source = readFileSync(join(root, 'src-main', 'cli', 'index.ts'), 'utf8');
  const table = /const commands[^{]*{([^}]*)}/.exec(source)?.[1] ?? '';
  return table.split(',').flatMap((line) => /^\s*'?([a-z-]+)'?/.exec(line)?.[1] ?? []);
};

describe('every way out of the book is decided', () => {
  const known = pathsOf(windowContract);

  it('for each procedure of the window', () => {
    expect(known.length).toBeGreaterThan(40);
    expect(
      known.filter((path) => !(path in procedures)),
      'decide in access/ways-out.ts what these need and by which way content leaves',
    ).toEqual([]);
    expect(
      Object.keys(procedures).filter((path) => !known.includes(path)),
      'entries without a procedure',
    ).toEqual([]);
  });

  it('for each command of kts', () => {
    const commands = commandNames();
    expect(commands).toContain('verify');
    expect(
      commands.filter((name) => !(name in cliCommands)),
      'decide in access/ways-out.ts',
    ).toEqual([]);
  });

  it('names the code that asks the policy, which is there and does', () => {
    const beyond = [...Object.entries(procedures), ...Object.entries(cliCommands)].filter(
      ([, { out }]) => out !== 'none' && out !== 'window',
    );
    for (const [path, { out, asked }] of beyond as [string, Procedure][]) {
      expect(waysOut, path).toContain(out);
      expect(asked, `${path} leaves by ${out}: say which code asks the policy`).toBeDefined();
      const place = asked?.startsWith('cli/') ? 'src-main' : join('src-main', 'service');
      const source = readFileSync(join(root, place, `${asked}.ts`), 'utf8');
      expect(/verdict\(|requireLeave|isEligible|beginExport|mayShow\(/.test(source), `${asked} does not ask the policy`).toBe(true);
    }
  });

  it('and the window prints and copies nothing without asking', () => {
    const looked = new Set([
      // Figures alone; the recovery sheet, shown once to whoever made it.
      'features/reports/forms-view.tsx',
      'features/security/keys-panel.tsx',
      // Lists that archive/out and lists/list-sheet gave for printing, after they asked.
      'features/archive/out/print-sheets.tsx',
      'components/list/print-list.tsx',
      // Blocks copying; defines the part that prints.
      'app/shown.ts',
      'components/print.tsx',
    ]);
    const pattern = /window\.print\(|printPart\(|navigator\.clipboard|execCommand\(|new Notification\(|protectScreen\(/;
    const folder = join(root, 'src-renderer');
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
      (entry) => entry.isFile() && /\.tsx?$/.test(entry.name),
    );
    const sources = files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return { name: path.slice(folder.length + 1).replaceAll('\\', '/'), source: readFileSync(path, 'utf8') };
    });
    const found = sources.filter(({ name, source }) => pattern.test(source) && !looked.has(name) && !source.includes('askLeave('));
    expect(
      found.map(({ name }) => name),
      'ask app/leave before, or add it to the list with a reason',
    ).toEqual([]);
    // What a print button prints says whose records stand in it, or the button would ask for nothing.
    const printing = sources.filter(({ source }) => source.includes('<PrintButton'));
    expect(printing.length).toBeGreaterThan(3);
    expect(printing.filter(({ source }) => !/data-record|<DutyRows|<PrintSheet/.test(source)).map(({ name }) => name)).toEqual([]);
  });

  it('and nothing writes plain files, prints, notifies or touches the clipboard elsewhere', () => {
    // Files that were looked at: they write encrypted content, settings without content, or ask the policy first.
    const looked = new Set([
      'service/vault/write-atomic.ts',
      'service/archive/atomic-file.ts',
      'service/store/ballast.ts',
      'shell/window-state.ts',
      // Writes what passed archive/out/gate.
      'service/archive/out/out-file.ts',
      'service/archive/out/package/package-sink.ts',
      // Reads packages of others; writes pages encrypted.
      'service/archive/out/package/import-foreign.ts',
      // The agenda that passed api/tasks; rules without content.
      'service/work/tasks/calendar-file.ts',
      'service/work/rules/pack-file.ts',
    ]);
    const pattern = /\bwriteFile(Sync)?\(|createWriteStream\(|clipboard\.write|new Notification\(|\.print\(|printToPDF/;
    const found: string[] = [];
    for (const folder of ['service', 'shell', 'cli', 'preload'])
      for (const entry of readdirSync(join(root, 'src-main', folder), { recursive: true, withFileTypes: true })) {
        if (!entry.isFile() || !entry.name.endsWith('.ts')) continue;
        const path = join(entry.parentPath, entry.name);
        const name = path.slice(join(root, 'src-main').length + 1).replaceAll('\\', '/');
        const source = readFileSync(path, 'utf8');
        if (pattern.test(source) && !looked.has(name) && !/requireLeave|beginExport|verdict\(/.test(source)) found.push(name);
      }
    expect(found, 'a new way out: ask access/leave before, or add it to the list with a reason').toEqual([]);
  });
});
