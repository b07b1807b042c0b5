import { defineWords } from '../../i18n/words';

export const useGenericWords = defineWords('generic', {
  vi: {
    registers: 'Các sổ', find: 'Lọc trong sổ, không cần dấu', all: 'Tất cả', open: 'Chưa xong', overdue: 'Quá hạn', week: 'Trong tuần', removed: 'Đã chuyển khỏi sổ', filters: 'Lọc nhanh', rows: '{{count}} mục', sortBy: 'Xếp theo',
    newTitle: 'Thêm vào sổ: {{type}}', add: 'Thêm', edit: 'Sửa', remove: 'Chuyển khỏi sổ', removeReason: 'Lý do chuyển khỏi sổ', removeHint: 'Không xóa hẳn: bản ghi được cất riêng cùng lý do và đưa lại được.', restore: 'Đưa lại vào sổ', restoreReason: 'Đưa lại vào sổ', cancel: 'Thôi',
    emptyTitle: 'Sổ này chưa có gì.', emptyHint: 'Bấm Ctrl+N hoặc nút Thêm để ghi mục đầu tiên.', noneTitle: 'Không có mục nào khớp.', noneHint: 'Bỏ bớt điều kiện lọc để xem cả sổ.', showAll: 'Xem cả sổ', chooseTitle: 'Chọn một mục bên trái để xem.', chooseHint: 'Mũi tên lên, xuống để đi trong sổ; Ctrl+N để ghi mục mới.',
    saved: 'Ghi lúc {{at}} bởi {{by}}', savedAt: 'Ghi lúc {{at}}', removedNote: 'Đã chuyển khỏi sổ: {{reason}}', history: 'Nhật ký', backToList: 'Về danh sách', ascending: 'tăng dần', descending: 'giảm dần',
    action_create: 'ghi mới', action_update: 'sửa', action_remove: 'chuyển khỏi sổ', action_restore: 'đưa lại vào sổ', action_unseal: 'mở niêm phong',
  },
  en: {
    registers: 'Registers', find: 'Filter this register', all: 'All', open: 'Open', overdue: 'Overdue', week: 'This week', removed: 'Moved aside', filters: 'Quick filters', rows: '{{count}} records', sortBy: 'Sort by',
    newTitle: 'Add to the register: {{type}}', add: 'Add', edit: 'Edit', remove: 'Move aside', removeReason: 'Reason for moving it aside', removeHint: 'Nothing is deleted: the record is kept apart with the reason and can be put back.', restore: 'Put back', restoreReason: 'Put back', cancel: 'Cancel',
    emptyTitle: 'This register is empty.', emptyHint: 'Press Ctrl+N or Add to write the first record.', noneTitle: 'Nothing matches.', noneHint: 'Take away a filter to see the whole register.', showAll: 'Show the whole register', chooseTitle: 'Choose a record on the left.', chooseHint: 'Arrow keys move through the register; Ctrl+N begins a new record.',
    saved: 'Saved {{at}} by {{by}}', savedAt: 'Saved {{at}}', removedNote: 'Moved aside: {{reason}}', history: 'Log', backToList: 'Back to the list', ascending: 'ascending', descending: 'descending',
    action_create: 'created', action_update: 'changed', action_remove: 'moved aside', action_restore: 'put back', action_unseal: 'opened the seal',
  },
});
