/** `npm run -s kts -- COMMAND`: the data service without a window. */
import { runBuilt } from './run/built.mjs';
import { runScript } from './setup/say.mjs';

await runScript(() => runBuilt('cli/kts.js'));
