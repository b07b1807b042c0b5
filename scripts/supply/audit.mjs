/** Known holes in what is shipped, as the package registry knows them. Where it cannot be asked, that is said and nothing else. */
import { npm } from '../setup/command.mjs';

/**
 * @typedef {{ asked: false, why: string } | { asked: true, holes: { name: string, severity: string }[] }} Audit
 * @param {string} output of `npm audit --json`
 * @returns {Audit}
 */
export const readAudit = (output) => {
  try {
    const from = output.indexOf('{');
    const answer = JSON.parse(output.slice(from, output.lastIndexOf('}') + 1));
    if (answer.vulnerabilities === undefined) return { asked: false, why: String(answer.message ?? answer.error?.summary ?? 'no answer') };
    const holes = Object.values(answer.vulnerabilities).map(({ name, severity }) => ({ name, severity }));
    return { asked: true, holes };
  } catch {
    return { asked: false, why: 'no answer' };
  }
};

/** @returns {Promise<Audit>} */
export const audit = async () => {
  const { output } = await npm(['audit', '--omit=dev', '--json'], { quiet: true, timeout: 60_000 });
  return readAudit(output);
};
