/** What package-lock.json says is what is installed: each package is named by the hash of its content, and none comes from elsewhere. */

/**
 * @param {Record<string, { version?: string, integrity?: string, resolved?: string, link?: boolean, inBundle?: boolean }>} lock by path, '' is the project
 * @returns {string[]} what is wrong, one line each
 */
export const lockfileFaults = (lock) =>
  Object.entries(lock).flatMap(([path, { version, integrity = '', resolved, link }]) => {
    if (path === '') return [];
    if (link === true) return [`${path}: a link to a folder`];
    /** @type {string[]} */
    const faults = [];
    if (!version || !/^\d+\.\d+\.\d+/.test(version)) faults.push(`${path}: no version`);
    // 64 bytes in base64. SHA-1, which old lock files have, proves nothing.
    if (!/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity)) faults.push(`${path}: no SHA-512 of its content`);
    // Without an address npm asks the registry that it is set to, whatever that is; the hash holds for any of them.
    if (resolved !== undefined) faults.push(`${path}: an address of its own`);
    return faults;
  });
