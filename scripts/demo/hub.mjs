/** The provincial hub of the demo: the built one, in this process, on its embedded PostgreSQL. */

/**
 * @typedef {object} HubCounts
 * @property {number} records
 * @property {Record<string, number>} byType
 * @property {number} pages
 * @property {number} blobs
 * @property {number} blobsBytes
 */

/**
 * @typedef {object} DemoHub
 * @property {string} url
 * @property {(commune: string) => Promise<string>} newCode
 * @property {(commune: string) => Promise<HubCounts>} counts read from PostgreSQL itself
 * @property {() => Promise<void>} stop
 */

/**
 * @param {string} built address of the built hub
 * @param {string} dir
 * @returns {Promise<DemoHub>}
 */
export const startDemoHub = async (built, dir) => {
  const { startHub } = await import(built);
  const hub = await startHub({
    dir,
    port: 0,
    host: '127.0.0.1',
    name: 'Ủy ban Kiểm tra Tỉnh ủy Quảng Hòa',
    logLevel: 'silent',
    tls: 'off',
  });
  return {
    url: hub.url,
    newCode: (commune) => hub.newCode(commune),
    counts: async (commune) => {
      const rows = await hub.database.query('SELECT type, count(*)::int AS count FROM record_state WHERE commune = $1 GROUP BY type', [
        commune,
      ]);
      const [blobs] = await hub.database.query(
        'SELECT count(*)::int AS count, coalesce(sum(b.bytes), 0)::bigint AS bytes FROM blob_holder h JOIN blob b ON b.hash = h.hash WHERE h.commune = $1',
        [commune],
      );
      /** @type {Record<string, number>} */
      const byType = Object.fromEntries(rows.map((/** @type {any} */ { type, count }) => [type, count]));
      return {
        records: Object.values(byType).reduce((sum, count) => sum + count, 0),
        byType,
        pages: byType.page ?? 0,
        blobs: blobs.count,
        blobsBytes: Number(blobs.bytes),
      };
    },
    stop: () => hub.stop(),
  };
};
