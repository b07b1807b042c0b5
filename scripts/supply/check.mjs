/**
 * `npm run supply`: the lock file, the licences, the bill of materials, and known holes in what is shipped. `-- --no-audit` asks nobody. Building
 * does the first three, packaging all of it.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { checkLicences } from '../licences/check.mjs';
import { readLock } from '../licences/packages.mjs';
import { inRoot } from '../setup/paths.mjs';
import { say, SetupProblem } from '../setup/say.mjs';
import { audit } from './audit.mjs';
import { lockfileFaults } from './lockfile.mjs';
import { sbom } from './sbom.mjs';

export const sbomFile = inRoot('out', 'package', 'sbom.cdx.json');

/** Checks lock file and licences, and writes the bill of materials. @throws {SetupProblem} */
export const checkSupply = () => {
  const lockFile = inRoot('package-lock.json');
  const faults = lockfileFaults(readLock(lockFile));
  if (faults.length > 0)
    throw new SetupProblem('package-lock.json không toàn vẹn.', `package-lock.json is not sound:\n${faults.join('\n')}`);
  const { refused } = checkLicences(lockFile);
  if (refused.length > 0)
    throw new SetupProblem(
      'Có gói với giấy phép không được phép.',
      `licences that are not allowed:\n${refused.map(({ name, licence }) => `${name}: ${licence || 'none named'}`).join('\n')}`,
    );
  mkdirSync(inRoot('out', 'package'), { recursive: true });
  const made = sbom(lockFile);
  writeFileSync(sbomFile, `${JSON.stringify(made, null, 1)}\n`);
  return made.components.length;
};

/** @throws {SetupProblem} where something that is shipped has a hole that is known as high or critical */
export const checkAudit = async () => {
  const found = await audit();
  if (!found.asked) return say(`Chưa hỏi được lỗ hổng đã biết: ${found.why}`, `Known holes could not be asked for: ${found.why}`);
  const grave = found.holes.filter(({ severity }) => severity === 'high' || severity === 'critical');
  if (grave.length > 0)
    throw new SetupProblem(
      'Gói đi kèm có lỗ hổng nặng đã biết.',
      `grave known holes in what is shipped: ${grave.map(({ name, severity }) => `${name} (${severity})`).join(', ')}`,
    );
  say(`Lỗ hổng đã biết: ${found.holes.length}, không có cái nặng.`, `Known holes: ${found.holes.length}, none grave.`);
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { runScript } = await import('../setup/say.mjs');
  await runScript(async () => {
    console.log(`${checkSupply()} components in ${sbomFile}`);
    if (!process.argv.includes('--no-audit')) await checkAudit();
  });
}
