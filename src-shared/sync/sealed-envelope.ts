/**
 * A sealed value as it is stored and as it travels: "sealed1:" and base64url of nonce (12 bytes), ciphertext and tag (16 bytes).
 * The key never leaves the workstations of the committee, so the hub holds what it cannot read.
 */
const envelope = /^sealed1:[0-9A-Za-z_-]{38,}$/;

export const sealedPrefix = 'sealed1:';
export const isSealedEnvelope = (value: string): boolean => envelope.test(value);
