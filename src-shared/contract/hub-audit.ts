/**
 * Anchoring of a workstation's audit log at the hub (secrecy/audit-chain), beside the sync of contract/hub.ts.
 *
 * | Request        | Body                  | Answer                                                                         |
 * | -------------- | --------------------- | ------------------------------------------------------------------------------ |
 * | POST /v1/audit | {@link anchorRequest} | 200 {@link anchorAnswer}; 409 {@link anchorRefusal}: the chain does not go on from the last anchor |
 * | GET /v1/audit  |                       | {@link anchorsAnswer}, newest first                                            |
 *
 * The hub computes where the contents lead to from where it saw the chain last, and keeps that point. It never moves an anchor: a chain
 * that was written anew is refused and flagged. A workstation that was restored from a backup goes on from the last anchor that it
 * still has, as a branch; the hub takes it and flags it with how many entries went, for a person of the province to ask about.
 *
 * A hub whose answers say `packed` reads the request in half the bytes as well (node/anchor-body).
 */
import { z } from 'zod';
import { mostContents } from '../secrecy/audit-chain';

export const auditPath = '/v1/audit';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
export const chainPoint = z.object({ seq: z.int().min(0), hash });

export const anchorRequest = z.strictObject({
  /** As this workstation has it; contents lead on from there. The first anchor of a workstation has no contents. */
  from: chainPoint,
  contents: z.array(hash).max(mostContents),
  /** Ed25519 of sealText over the point that they lead to, base64url. */
  signature: z.string().max(100),
  /** The book was restored: `from` is an earlier anchor, or none that the hub has. */
  branch: z.boolean().default(false),
});
export type AnchorRequest = z.input<typeof anchorRequest>;

/** Whether the hub reads packed requests; one of before does not say. */
const packed = z.boolean().default(false);
export const anchorAnswer = z.object({ anchored: chainPoint, packed });
export const anchorRefusal = z.object({ code: z.literal('audit'), last: chainPoint, packed });

export const anchor = chainPoint.extend({ at: z.string(), branch: z.boolean() });
export type Anchor = z.infer<typeof anchor>;
export const anchorsAnswer = z.object({ anchors: z.array(anchor), packed });
export const mostAnchors = 500;
