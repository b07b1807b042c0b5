/** Programs that judge what the application writes: poppler and qpdf for PDF, Apache PDFBox Preflight for PDF/A. Tests say so where they lack. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { onPath, run } from './command.mjs';
import { readNote, writeNote } from './notes.mjs';
import { notesDir } from './paths.mjs';
import { say } from './say.mjs';

const java = '/usr/share/java';

/** @type {readonly { names: string[], there: () => boolean }[]} */
const tools = [
  { names: ['qpdf'], there: () => onPath('qpdf') },
  { names: ['poppler-utils'], there: () => onPath('pdftotext') },
  {
    names: ['libpdfbox2-java', 'libactivation-java', 'libjaxb-api-java'],
    there: () => ['preflight', 'javax.activation', 'jaxb-api'].every((jar) => existsSync(join(java, `${jar}.jar`))),
  },
  { names: ['default-jre-headless'], there: () => onPath('java') },
];

/** Installs what lacks as root on Debian. Elsewhere, and where the packages are out of reach, the tests that need them are skipped. */
export const checkTools = async () => {
  const missing = tools.filter(({ there }) => !there()).flatMap(({ names }) => names);
  if (missing.length === 0) return;
  if (!existsSync('/etc/debian_version') || !onPath('apt-get') || process.getuid?.() !== 0) return;
  const note = join(notesDir, 'check-tools.json');
  // Tried once for the same lack: a machine without the packages need not wait for them at every run.
  if (readNote(note).tried === missing.join(' ')) return;
  say('Cài công cụ kiểm tra PDF (apt-get)...', 'Installing tools that check PDFs (apt-get)...');
  await run('apt-get', ['update', '-qq'], { quiet: true });
  const { code, output } = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], {
    quiet: true,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (code !== 0) say(`Không cài được: ${missing.join(' ')}`, `Not installed: ${missing.join(' ')} ${output.slice(-200)}`);
  writeNote(note, { tried: missing.join(' ') });
};
