/** `npm run hub`: the provincial hub, on the PostgreSQL that comes with it or on PGURL. */
import { runBuilt } from './run/built.mjs';
import { runScript } from './setup/say.mjs';

await runScript(() => runBuilt('hub/hub.js', { postgres: !process.env.PGURL }));
