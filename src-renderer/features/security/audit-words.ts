import { defineWords } from '../../i18n/words';

const vi = {
  create: 'ghi mới',
  update: 'sửa',
  remove: 'chuyển khỏi sổ',
  restore: 'đưa lại vào sổ',
  unseal: 'mở niêm phong',
  reseal: 'niêm phong lại',
  remote: 'nhận từ tỉnh, máy khác',
  settle: 'chọn giữa hai bản',
  export: 'xuất ra ngoài',
  exportAudit: 'xuất nhật ký',
  ask: 'xin duyệt',
  addPerson: 'thêm người dùng',
  removePerson: 'bỏ người dùng',
  setRights: 'đổi quyền',
  setPassphrase: 'đổi mật khẩu',
  rotateKeys: 'đổi khóa chung',
  recoverySheet: 'lập tờ khôi phục',
  restoreBackup: 'khôi phục sao lưu',
  mendPage: 'sửa trang hỏng',
  secrecyAlarm: 'nghi có dấu mật',
  secrecyRaised: 'nâng độ mật',
  secrecyFalseAlarm: 'không phải mật',
};
const en: Record<keyof typeof vi, string> = {
  create: 'entered',
  update: 'changed',
  remove: 'moved aside',
  restore: 'brought back',
  unseal: 'opened sealed fields',
  reseal: 'sealed anew',
  remote: 'received',
  settle: 'chose between versions',
  export: 'exported',
  exportAudit: 'exported the log',
  ask: 'asked for approval',
  addPerson: 'added a person',
  removePerson: 'removed a person',
  setRights: 'changed rights',
  setPassphrase: 'changed a passphrase',
  rotateKeys: 'changed the common key',
  recoverySheet: 'made a recovery sheet',
  restoreBackup: 'restored a backup',
  mendPage: 'mended a page',
  secrecyAlarm: 'suspected a secret mark',
  secrecyRaised: 'raised the level',
  secrecyFalseAlarm: 'found not secret',
};
const useWords = defineWords('audit', { vi, en });

/** Says what an entry of the audit log is about; an action that has no words of its own is shown by its code. */
export function useAuditAction(): (action: string) => string {
  const say = useWords();
  return (action) => (Object.hasOwn(vi, action) ? say(action as keyof typeof vi) : action);
}
