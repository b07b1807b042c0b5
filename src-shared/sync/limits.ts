/** Limits of the protocol, the same at both ends. What exceeds one is refused whole; nothing is cut silently. */
export const limits = {
  /** Sequence numbers that one batch covers, withheld ones included. */
  opsPerBatch: 500,
  /** Bytes of one encoded batch. */
  batchBytes: 8 * 1024 * 1024,
  /** Bytes of a batch's body after decompression: against small batches that unfold without end. */
  bodyBytes: 64 * 1024 * 1024,
  /** Bytes of the header of a batch or page of the log. */
  headerBytes: 64 * 1024,
  /** Bytes of batches in one answer to a pull; a page holds at least one batch, however large. */
  pageBytes: 1024 * 1024,
  /** Bytes of one scanned page's image. */
  blobBytes: 64 * 1024 * 1024,
  /** Bytes that one PUT of a blob carries, so that a cut costs little on a weak line. */
  blobPartBytes: 1024 * 1024,
  /** Hashes asked for in one "have you?". */
  haveHashes: 1000,
  /** Batches of one incarnation that wait at the hub for an earlier one. */
  parkedBatches: 64,
  /** Incarnations asked for in one watermark request: the present one, former ones and those of others that were pulled. */
  incarnationsAsked: 50,
  /** Below this many batches the log itself is read instead of a snapshot. */
  snapshotFrom: 200,
  /** Hours that a snapshot is kept after it was made. */
  snapshotHours: 24,
  /** Bytes of one part of a snapshot. */
  snapshotPartBytes: 2 * 1024 * 1024,
} as const;
