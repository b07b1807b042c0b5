/**
 * `node scripts/run/typescript.mjs FILE.ts ARGS...`: runs TypeScript source under Node 24, which strips the types itself;
 * what it lacks is our way of writing imports without an ending, and files that are imported as text (`?raw`), as the build does.
 */
import { existsSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

registerHooks({
  resolve: (specifier, context, next) => {
    if (specifier.startsWith('.') && !specifier.endsWith('?raw') && context.parentURL !== undefined) {
      const source = new URL(`${specifier}.ts`, context.parentURL);
      if (existsSync(fileURLToPath(source))) return next(source.href, context);
    }
    return next(specifier, context);
  },
  load: (address, context, next) => {
    if (!address.endsWith('?raw')) return next(address, context);
    const source = `export default ${JSON.stringify(readFileSync(fileURLToPath(address), 'utf8'))}`;
    return { format: 'module', source, shortCircuit: true };
  },
});

// The program sees its own arguments as if Node had started it.
process.argv.splice(1, 1);
await import(pathToFileURL(resolve(process.argv[1] ?? '')).href);
