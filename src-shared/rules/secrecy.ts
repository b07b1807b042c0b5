/** The levels of secrecy in their order (Luật Bảo vệ bí mật nhà nước; domain 5.9). */
import { openLevel } from '../sync/eligible';

export { openLevel } from '../sync/eligible';
export const secrecyLevels = [openLevel, 'MAT', 'TOI_MAT', 'TUYET_MAT'] as const;
export type SecrecyLevel = (typeof secrecyLevels)[number];

/** 0 for THUONG up to 3; undefined for a value that is no level. */
export function levelRank(level: unknown): number | undefined {
  const at = (secrecyLevels as readonly unknown[]).indexOf(level);
  return at < 0 ? undefined : at;
}
