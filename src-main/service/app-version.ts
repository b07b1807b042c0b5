import packageJson from '../../package.json' with { type: 'json' };

/** Version of the program, shown to people and written into exports. */
export const appVersion: string = packageJson.version;
