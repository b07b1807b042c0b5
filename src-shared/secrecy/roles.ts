/** Roles of the people of a book and what each may do. A role says what; clearance and access decisions say about which records. */
import type { Label } from '../records/label';
import { label } from '../records/label';

export const roleNames = ['chairman', 'member', 'clerk', 'archivist', 'reader', 'administrator'] as const;
export type Role = (typeof roleNames)[number];

export const roleLabels: Readonly<Record<Role, Label>> = {
  chairman: label('Chủ nhiệm, phó chủ nhiệm', 'Chairman'),
  member: label('Ủy viên', 'Member'),
  clerk: label('Cán bộ tổng hợp', 'Clerk'),
  archivist: label('Cán bộ lưu trữ', 'Archivist'),
  reader: label('Chỉ xem', 'Reader'),
  administrator: label('Quản trị máy, không xem nội dung', 'Administrator without content'),
};

export const capabilities = [
  'read',
  'write',
  'writeArchive',
  'unseal',
  'approve',
  'export',
  'print',
  'sync',
  'restrict',
  'destroy',
  'audit',
  'manageUsers',
  'keys',
  'backup',
  'settings',
  'update',
] as const;
export type Capability = (typeof capabilities)[number];

const everybody: readonly Capability[] = ['settings', 'sync', 'backup'];
const archive: readonly Capability[] = ['read', 'writeArchive', 'export', 'print', 'destroy'];

export const roleCapabilities: Readonly<Record<Role, readonly Capability[]>> = {
  chairman: capabilities,
  member: [...everybody, ...archive, 'write', 'unseal', 'approve', 'restrict', 'audit'],
  clerk: [...everybody, ...archive, 'write', 'unseal'],
  archivist: [...everybody, ...archive],
  reader: ['settings', 'read'],
  administrator: [...everybody, 'audit', 'manageUsers', 'keys', 'update'],
};

export const may = (role: Role, capability: Capability): boolean => roleCapabilities[role].includes(capability);
