import { defineList } from './code-list';

/** Nội dung vi phạm, nội dung kiểm tra: the columns of the statistics forms (domain 5.5, domain-2 1.2). */
export const violationLists = {
  violationMember: defineList('violationMember', 'Nội dung vi phạm (đảng viên)', 'Violation (member)', [
    ['DV01', 'Tập trung dân chủ, quy chế làm việc', 'Democratic centralism, working rules'],
    ['DV02', 'Phẩm chất đạo đức, lối sống', 'Ethics, way of life'],
    ['DV03', 'Đoàn kết nội bộ', 'Internal unity'],
    ['DV04', 'Những điều đảng viên không được làm', 'What members must not do'],
    ['DV05', 'Dân số, kế hoạch hóa gia đình', 'Population policy', { unverified: true }],
    ['DV06', 'Tham nhũng, cố ý làm trái', 'Corruption, wilful breach'],
    ['DV07', 'Thiếu trách nhiệm, buông lỏng lãnh đạo', 'Irresponsibility, lax leadership'],
    ['DV08', 'Đất đai, tài nguyên, khoáng sản', 'Land, resources, minerals'],
    ['DV09', 'Tài chính, ngân hàng, đầu tư, xây dựng', 'Finance, investment, construction'],
    ['DV10', 'Kê khai tài sản, thu nhập', 'Declaration of assets'],
    ['DV11', 'Khác', 'Other'],
  ]),
  violationOrganisation: defineList('violationOrganisation', 'Nội dung vi phạm (tổ chức)', 'Violation (organisation)', [
    ['TC01', 'Nghị quyết, chỉ thị, quy định của Đảng', 'Party resolutions and rules'],
    ['TC02', 'Chính sách, pháp luật của Nhà nước', 'State policy and law'],
    ['TC03', 'Quy chế làm việc, tập trung dân chủ, đoàn kết', 'Working rules, centralism, unity'],
    ['TC04', 'Công tác cán bộ', 'Personnel work'],
    ['TC05', 'Thực hành tiết kiệm, chống lãng phí', 'Thrift, against waste'],
    ['TC06', 'Giải quyết khiếu nại, tố cáo', 'Complaints and denunciations'],
    ['TC07', 'Khác', 'Other'],
  ]),
} as const;
