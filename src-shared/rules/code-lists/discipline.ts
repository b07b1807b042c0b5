import { defineList } from './code-list';

/** Kỷ luật (domain 4). */
export const disciplineLists = {
  disciplineForm: defineList('disciplineForm', 'Hình thức kỷ luật', 'Form of discipline', [
    ['KHIEN_TRACH', 'Khiển trách', 'Reprimand'],
    ['CANH_CAO', 'Cảnh cáo', 'Warning'],
    ['CACH_CHUC', 'Cách chức', 'Removal from post'],
    ['KHAI_TRU', 'Khai trừ', 'Expulsion'],
    ['GIAI_TAN', 'Giải tán', 'Dissolution'],
    // The last two are answers on a ballot, never the form of a decision.
    ['KHONG_KY_LUAT', 'Không kỷ luật', 'No discipline'],
    ['KHONG_HOP_LE', 'Phiếu không hợp lệ', 'Invalid ballot'],
  ]),
  disciplineLevel: defineList('disciplineLevel', 'Cấp quyết định', 'Level of decision', [
    ['CHI_BO', 'Chi bộ', 'Cell'],
    ['DUCS', 'Đảng ủy cơ sở', 'Grassroots committee'],
    ['UBKT_XA', 'UBKT Đảng ủy xã', 'Commune inspection committee'],
    ['BTV_XA', 'BTV Đảng ủy xã', 'Commune standing board'],
    ['DU_XA', 'Đảng ủy xã', 'Commune committee'],
    ['UBKT_HUYEN', 'UBKT Huyện ủy', 'District inspection committee', { validTo: '2025-06-30' }],
    ['BTV_HUYEN', 'BTV Huyện ủy', 'District standing board', { validTo: '2025-06-30' }],
    ['UBKT_TINH', 'UBKT Tỉnh ủy', 'Provincial inspection committee'],
    ['BTV_TINH', 'BTV Tỉnh ủy', 'Provincial standing board'],
    ['HUYEN_UY', 'Huyện ủy', 'District committee', { validTo: '2025-06-30' }],
    ['TINH_UY', 'Tỉnh ủy', 'Provincial committee'],
    ['UBKT_TW', 'UBKT Trung ương', 'Central inspection committee'],
    ['TW', 'Trung ương', 'Central'],
  ]),
  disciplineSubject: defineList('disciplineSubject', 'Loại đối tượng', 'Kind of subject', [
    ['DV', 'Đảng viên', 'Member'],
    ['TCD', 'Tổ chức đảng', 'Organisation'],
  ]),
  disciplineState: defineList('disciplineState', 'Trạng thái quyết định', 'State of decision', [
    ['CHUA_CONG_BO', 'Chưa công bố', 'Not announced'],
    ['HIEU_LUC', 'Đang có hiệu lực', 'In effect'],
    ['KHIEU_NAI', 'Đang khiếu nại', 'Under complaint'],
    ['THAY_THE', 'Đã thay thế', 'Replaced'],
    ['XOA', 'Đã xóa', 'Annulled'],
    ['HET_HIEU_LUC', 'Hết hiệu lực', 'Expired'],
  ]),
  /** Violations to which no limitation applies (102-QĐ/TW, kept in 69-QĐ/TW; not verified for 212-QĐ/TW). */
  limitationExemption: defineList('limitationExemption', 'Không áp dụng thời hiệu', 'Exempt from limitation', [
    ['CHINH_TRI_NOI_BO', 'Vi phạm về chính trị nội bộ', 'Internal politics'],
    ['QPAN_DOI_NGOAI', 'Quốc phòng, an ninh, đối ngoại', 'Defence, security, foreign affairs'],
    ['VAN_BANG', 'Văn bằng, chứng chỉ không hợp pháp', 'Unlawful diplomas'],
  ]),
  complaintGround: defineList('complaintGround', 'Nội dung khiếu nại', 'Ground of a complaint', [
    ['NOI_DUNG', 'Nội dung vi phạm', 'The violation'],
    ['HINH_THUC', 'Hình thức kỷ luật', 'The form'],
    ['THU_TUC', 'Nguyên tắc, thủ tục, thẩm quyền', 'Principle, procedure, authority'],
  ]),
  complaintResult: defineList('complaintResult', 'Kết quả khiếu nại', 'Result of a complaint', [
    ['GIU_NGUYEN', 'Giữ nguyên hình thức', 'Upheld'],
    ['TANG', 'Tăng hình thức', 'Raised'],
    ['GIAM', 'Giảm hình thức', 'Reduced'],
    ['XOA', 'Xóa kỷ luật', 'Annulled'],
  ]),
  complaintCause: defineList('complaintCause', 'Nguyên nhân thay đổi', 'Cause of the change', [
    ['VAN_DUNG', 'Vận dụng phương hướng, phương châm', 'Application of principles'],
    ['THAM_TRA', 'Thẩm tra, xác minh', 'Verification'],
    ['KHAC', 'Khác', 'Other'],
  ]),
  legalHandling: defineList('legalHandling', 'Xử lý pháp luật', 'Legal handling', [
    ['KHONG', 'Không', 'None'],
    ['PHAT_TU', 'Phạt tù', 'Prison'],
    ['AN_TREO', 'Án treo', 'Suspended sentence'],
    ['KHAC', 'Hình thức khác', 'Other'],
  ]),
  mitigatingFactor: defineList('mitigatingFactor', 'Tình tiết giảm nhẹ', 'Mitigating circumstance', [
    ['BAO_CAO_VI_PHAM', 'Chủ động báo cáo vi phạm', 'Reported the violation'],
    ['CUNG_CAP_CHUNG_CU', 'Chủ động cung cấp tài liệu, chứng cứ', 'Gave evidence'],
    ['KHAC_PHUC_HAU_QUA', 'Chủ động khắc phục hậu quả', 'Remedied the harm'],
    ['KHAC', 'Khác', 'Other'],
  ]),
  aggravatingFactor: defineList('aggravatingFactor', 'Tình tiết tăng nặng', 'Aggravating circumstance', [
    ['DA_NHAC_NHO', 'Đã nhắc nhở, phê bình vẫn vi phạm', 'Went on after reminder'],
    ['TRA_THU', 'Trả thù, trù dập', 'Revenge, victimisation'],
    ['CAN_TRO', 'Đối phó, cản trở thẩm tra', 'Obstructed verification'],
    ['KHAC', 'Khác', 'Other'],
  ]),
} as const;
