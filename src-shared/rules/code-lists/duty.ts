import { defineList } from './code-list';

/** Nhiệm vụ sau kết luận, công việc, ghi chú (domain 5.3). */
export const dutyLists = {
  dutyKind: defineList('dutyKind', 'Loại nhiệm vụ', 'Kind of duty', [
    ['KIEM_DIEM', 'Kiểm điểm', 'Self-criticism'],
    ['KHAC_PHUC', 'Khắc phục', 'Remedy'],
    ['THU_HOI_TIEN', 'Thu hồi, nộp tiền', 'Recover money'],
    ['SUA_QUY_CHE', 'Sửa quy chế', 'Amend rules'],
    ['BAO_CAO', 'Báo cáo', 'Report'],
    ['XU_LY_KY_LUAT', 'Xử lý kỷ luật', 'Discipline'],
    ['BO_TRI_CAN_BO', 'Bố trí cán bộ', 'Personnel'],
    ['KHAC', 'Khác', 'Other'],
  ]),
  dutyState: defineList('dutyState', 'Trạng thái nhiệm vụ', 'State of duty', [
    ['CHUA_BAT_DAU', 'Chưa bắt đầu', 'Not begun'],
    ['DANG_THUC_HIEN', 'Đang thực hiện', 'In progress'],
    ['CHAM_TIEN_DO', 'Chậm tiến độ', 'Behind'],
    ['HOAN_THANH', 'Hoàn thành', 'Completed'],
    ['TAM_DUNG', 'Tạm dừng, chờ ý kiến', 'Paused, waits for an opinion'],
    ['KHONG_THUC_HIEN', 'Không thực hiện', 'Not carried out'],
  ]),
  dutyRisk: defineList('dutyRisk', 'Mức rủi ro', 'Risk', [
    ['BINH_THUONG', 'Bình thường', 'Normal'],
    ['CAN_DON_DOC', 'Cần đôn đốc', 'To be urged'],
    ['NGUY_CO_QUA_HAN', 'Nguy cơ quá hạn', 'May become overdue'],
    ['PHUC_TAP', 'Phức tạp, kéo dài', 'Complex, long'],
  ]),
  dutyAssessment: defineList('dutyAssessment', 'Đánh giá', 'Assessment', [
    ['DAT', 'Đạt', 'Met'],
    ['DAT_MOT_PHAN', 'Đạt một phần', 'Partly met'],
    ['KHONG_DAT', 'Không đạt', 'Not met'],
  ]),
  taskState: defineList('taskState', 'Trạng thái công việc', 'State of task', [
    ['CHUA_LAM', 'Chưa làm', 'To do'],
    ['DANG_LAM', 'Đang làm', 'Doing'],
    ['HOAN_THANH', 'Hoàn thành', 'Done'],
    ['BO', 'Bỏ', 'Dropped'],
  ]),
  priority: defineList('priority', 'Ưu tiên', 'Priority', [
    ['CAO', 'Cao', 'High'],
    ['THUONG', 'Thường', 'Normal'],
    ['THAP', 'Thấp', 'Low'],
  ]),
  noteKind: defineList('noteKind', 'Loại ghi chú', 'Kind of note', [
    ['GHI_CHU', 'Ghi chú', 'Note'],
    ['TRAO_DOI', 'Trao đổi', 'Discussion'],
    ['CHI_DAO', 'Ý kiến chỉ đạo', 'Instruction'],
    ['NHAC_VIEC', 'Nhắc việc', 'Reminder'],
  ]),
} as const;
