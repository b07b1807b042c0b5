/**
 * `npm run hub`: the provincial hub; docs/hub.md tells what its commands do.
 *
 *   hub [serve]                        serves until Ctrl+C; prints its address
 *   hub code COMMUNE [HOURS]           a new one-time enrolment code for a workstation of that commune; longer than 24 hours for a stick
 *   hub status                         what the hub holds, by commune
 *   hub devices [COMMUNE]              the workstations
 *   hub revoke DEVICE [INCARNATION]    refuses a workstation, or one life of its book, from now on
 *   hub publish FILE all|COMMUNE,...   writes instructions, rule packs and code lists to committees (scopes/publish-to.ts)
 *   hub backup DIR | restore DIR       all that the hub holds, to and from a folder
 *   hub courier DIR [--size MB] [--json]   reads what workstations wrote onto a stick and writes the answers (courier/command.ts)
 *
 * Options come from the environment (config.ts) and stand for it: --tls, --durable, --behind-proxy. Exit codes: 0 done, 1 failed, 2
 * wrong usage.
 */
import { pathToFileURL } from 'node:url';
import { commands, neededWords, usage } from './commands';
import { type HubOptions, optionsFrom, readCommandLine } from './config';
import { courierCommand } from './courier/command';

export { type HubOptions, optionsFrom } from './config';
export { type Hub, startHub } from './hub';

/** Runs one command; returns the exit code. */
export async function runHub(args: readonly string[], options: HubOptions): Promise<number> {
  const [name = 'serve', ...words] = args;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command || words.length < neededWords(command)) {
    process.stderr.write(`${usage()}\n`);
    return 2;
  }
  return command.run(options, ...words);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    const [command, ...rest] = process.argv.slice(2);
    if (command === 'courier') process.exitCode = await courierCommand(rest, optionsFrom(process.env));
    else {
      const { words, env } = readCommandLine(process.argv.slice(2));
      process.exitCode = await runHub(words, optionsFrom({ ...process.env, ...env }));
    }
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
