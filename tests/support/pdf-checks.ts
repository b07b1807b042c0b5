/** Foreign programs that judge the PDFs written here: poppler reads their text, qpdf their structure, Apache PDFBox Preflight PDF/A. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const answers = (program: string, args: readonly string[]): boolean => spawnSync(program, args).status === 0;

const jars = ['preflight', 'pdfbox2', 'fontbox2', 'xmpbox', 'commons-logging', 'commons-io', 'activation', 'javax.activation', 'jaxb-api']
  .map((name) => `/usr/share/java/${name}.jar`)
  .filter((jar) => existsSync(jar));

export const havePoppler = answers('pdftotext', ['-v']);
export const haveQpdf = answers('qpdf', ['--version']);
export const havePreflight = jars.some((jar) => jar.includes('preflight')) && answers('java', ['-version']);

/** What a skipped test is called where its program is absent. */
export const lacking = (program: string, there: boolean): string => (there ? '' : ` [bỏ qua: máy này chưa có ${program}]`);

function withFile<T>(pdf: Uint8Array, use: (path: string) => T): T {
  const dir = mkdtempSync(join(tmpdir(), 'kts-pdf-'));
  try {
    const path = join(dir, 'thử.pdf');
    writeFileSync(path, pdf);
    return use(path);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

function output(program: string, args: readonly string[]): { status: number | null; text: string } {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 });
  return { status, text: `${stdout}${stderr}` };
}

/** The text of a PDF as a stranger reads it. */
export const textOf = (pdf: Uint8Array, options: readonly string[] = []): string =>
  withFile(pdf, (path) => output('pdftotext', ['-enc', 'UTF-8', ...options, path, '-']).text);

/** Empty when qpdf finds nothing to say against the file. */
export const structureProblems = (pdf: Uint8Array): string =>
  withFile(pdf, (path) => {
    const { status, text } = output('qpdf', ['--check', path]);
    return status === 0 ? '' : text;
  });

/** What Preflight finds; it knows PDF/A-1b only. */
export const pdfaProblems = (pdf: Uint8Array): string[] =>
  withFile(pdf, (path) => {
    const { text } = output('java', ['-cp', jars.join(':'), 'org.apache.pdfbox.preflight.Validator_A1b', path]);
    if (text.includes('is a valid PDF/A-1b file')) return [];
    const found = text.split('\n').filter((line) => /^\s*\d+(\.\d+)* :/.test(line.trim()) || /^\d+(\.\d+)*\s*:/.test(line.trim()));
    return found.length > 0 ? found.map((line) => line.trim()) : [text.trim() || 'Preflight said nothing'];
  });
