import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inRoot } from '../../../scripts/setup/paths.mjs';

const read = (path: string) => readFileSync(inRoot(path), 'utf8');
const templates = 'node_modules/app-builder-lib/templates/nsis';

test('the installer says everything in Vietnamese that the packager makes it say', () => {
  const asked = ['messages.yml', 'assistedMessages.yml'].flatMap((file) =>
    [...read(`${templates}/${file}`).matchAll(/^(\w+):/gm)].map(([, name]) => name),
  );
  const said = [...read('resources/installer/vietnamese.nsh').matchAll(/^ {2}LangString (\w+) 1066 "(.+)"$/gm)];
  expect(asked.length).toBeGreaterThan(20);
  expect(said.map(([, name]) => name)).toEqual(asked);
  // Vietnamese, not a copy of the English.
  expect(said.filter(([, , text]) => !/[à-ỹđ]/i.test(text ?? ''))).toEqual([]);
});

test('the installer is for one user, in Vietnamese first, and leaves the data', () => {
  const config = read('electron-builder.yml');
  for (const line of [
    'oneClick: false',
    'perMachine: false',
    'deleteAppDataOnUninstall: false',
    'installerLanguages: [vi_VN, en_US]',
    'include: resources/installer/vietnamese.nsh',
  ])
    expect(config).toContain(`\n  ${line}\n`);
});
