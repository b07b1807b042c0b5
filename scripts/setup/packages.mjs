/** npm packages as the lock file pins them, and Node 24 out of them. */
import { existsSync, readFileSync } from 'node:fs';
import { npm, continueUnder } from './command.mjs';
import { hashOf, readNote, writeNote } from './notes.mjs';
import { inRoot } from './paths.mjs';
import { SetupProblem, say } from './say.mjs';

/** The first major version of Node that our scripts, tools and hub are written for. */
const nodeMajor = 24;

const note = inRoot('node_modules', '.kiem-tra-so.json');
const ownNode = inRoot('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

const installed = () => hashOf(readFileSync(inRoot('package-lock.json')));

/**
 * Installs packages when the lock file changed since the last time, then goes on under Node 24.
 * Returns only in a process that runs on Node 24 or newer with all packages in place.
 */
export const packages = async () => {
  const lock = installed();
  if (readNote(note).lock !== lock) {
    say('Cài các gói phần mềm (npm)...', 'Installing packages (npm)...');
    // Not `npm ci`: it would remove the node.exe that runs this, which Windows refuses, and it refuses lock files that were
    // written where the registry lacked some other system's optional binaries. `--no-save` installs what the lock file pins.
    const { code } = await npm(['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], { output: 'stderr' });
    if (code !== 0)
      throw new SetupProblem(
        'Không cài được các gói phần mềm. Kiểm tra kết nối mạng tới kho npm (npm config get registry) rồi chạy lại lệnh này.',
        'Packages could not be installed. Check the connection to the npm registry (npm config get registry), then run this command again.',
      );
    writeNote(note, { lock });
  }
  if (Number.parseInt(process.versions.node, 10) >= nodeMajor) return;
  if (!existsSync(ownNode))
    throw new SetupProblem(
      `Thiếu Node ${nodeMajor} trong node_modules. Chạy: npm rebuild node`,
      `Node ${nodeMajor} is missing from node_modules. Run: npm rebuild node`,
    );
  continueUnder(ownNode);
};
