/** Words that headings of office lists use, beside the labels of the fields (inventories of the Party's 24 columns and of TT 05/2025, member lists). */
import type { RecordTypeName } from '#shared/records/record-type-name';

type Aliases = Readonly<Record<string, readonly string[]>>;

const words = (text: string): string[] => text.split('|').map((word) => word.trim());

const archiveFile: Aliases = {
  code: words('mã hồ sơ|mã hs|ký hiệu hồ sơ|số và ký hiệu hồ sơ|số, ký hiệu hồ sơ|arcFileCode|fileCode'),
  title: words('tiêu đề|tiêu đề hồ sơ|tên hồ sơ|nội dung hồ sơ|trích yếu hồ sơ|tên đề mục'),
  fonds: words('phông|mã phông|tên phông|phông lưu trữ'),
  term: words('nhiệm kỳ|giai đoạn|khóa|nhiệm kì'),
  startDate: words('ngày bắt đầu|bắt đầu|thời gian bắt đầu|từ ngày|năm|năm hình thành|năm hồ sơ'),
  endDate: words('ngày kết thúc|kết thúc|thời gian kết thúc|đến ngày'),
  retention: words('thbq|thời hạn bq|thời hạn lưu trữ|hạn bảo quản'),
  accessMode: words('mức độ tiếp cận'),
  secrecy: words('mức độ mật|mật'),
  secrecyBasis: words('căn cứ mật'),
  box: words('hộp|hộp số|số hộp|cặp số|hộp/cặp|cặp hộp số|hộp cặp số'),
  fileNumber: words('hồ sơ số|số hồ sơ|hs số|số hs|stt hồ sơ|số thứ tự hồ sơ|đvbq số|hồ sơ'),
  inventory: words('mục lục|mlhs'),
  shelf: words('giá số|kệ'),
  store: words('kho số|kho lưu trữ'),
  sheets: words('số tờ|tổng số tờ|tờ'),
  pages: words('số trang|tổng số trang'),
  documents: words('số văn bản|số lượng văn bản|tổng số văn bản|số tài liệu|số lượng tài liệu'),
  purpose: words('mục đích|mục đích sử dụng|mục đích sử dụng sau số hóa'),
  remark: words('chú thích'),
  oldCode: words('mã cũ|số cũ'),
  physicalState: words('tình trạng|tình trạng tài liệu'),
};

const archiveDocument: Aliases = {
  file: words('mã hồ sơ|hồ sơ số|tiêu đề hồ sơ|fileCode'),
  order: words('stt|số tt|tt|stt văn bản|docOrdinal'),
  number: words('số của văn bản|số văn bản|số vb|codeNumber'),
  symbol: words('số ký hiệu|số và ký hiệu|số ký hiệu văn bản|số và ký hiệu văn bản|số kí hiệu|số, ký hiệu văn bản'),
  issuedOn: words('ngày|ngày tháng|ngày tháng văn bản|ngày tháng năm văn bản|ngày ban hành|ngày, tháng, năm văn bản|issuedDate'),
  issuer: words('tác giả|tên cơ quan ban hành|nơi ban hành|tác giả văn bản|organName'),
  type: words('loại|loại văn bản|tên loại văn bản|typeName'),
  subject: words('trích yếu nội dung|nội dung|tên loại và trích yếu nội dung văn bản|trích yếu nội dung văn bản|nội dung văn bản'),
  signer: words('họ tên người ký'),
  signerPost: words('chức vụ người ký'),
  secrecy: words('mức độ mật'),
  copyKind: words('bản chính bản sao'),
  fromPage: words('tờ số|từ trang|tờ|trang'),
  pageCount: words('số lượng trang|số tờ|numberOfPage'),
  fileCount: words('số tệp'),
  sourceName: words('tên file|file'),
};

const partyMember: Aliases = {
  fullName: words('họ tên|họ và tên đảng viên|họ tên khai sinh|đảng viên|tên đảng viên'),
  birthDate: words('năm sinh|ngày tháng năm sinh|sinh ngày|ngày, tháng, năm sinh'),
  gender: words('nam nữ|giới'),
  homeTown: words('quê'),
  citizenId: words('cccd|số cccd|cmnd|số cmnd|căn cước|số định danh|số cccd cmnd'),
  cardNumber: words('số thẻ|thẻ đảng|số thẻ đảng viên|số tđv'),
  fileNumber: words('số ll|số lý lịch đảng viên'),
  admittedOn: words('vào đảng|ngày kết nạp|ngày kết nạp đảng|ngày vđ'),
  officialOn: words('chính thức|ngày công nhận chính thức|ngày ct'),
  cell: words('sinh hoạt tại chi bộ|nơi sinh hoạt|tổ chức đảng|chi bộ sinh hoạt'),
  partyPost: words('chức vụ|chức vụ trong đảng'),
  governmentPost: words('chức danh|chức vụ công tác'),
  kind: words('loại đảng viên'),
  state: words('tình trạng'),
  education: words('trình độ học vấn|trình độ chuyên môn'),
};

const organisation: Aliases = {
  name: words('tên tổ chức|tên tổ chức đảng|tên chi bộ|chi bộ|tổ chức đảng|tên đảng bộ chi bộ'),
  kind: words('loại'),
  code: words('mã tổ chức|mã tổ chức đảng'),
  parent: words('cấp trên|trực thuộc|đảng bộ|thuộc đảng bộ'),
  secretary: words('họ tên bí thư'),
  officialMembers: words('số đảng viên|tổng số đảng viên|đv chính thức|chính thức'),
  probationaryMembers: words('đv dự bị|dự bị'),
  validFrom: words('ngày thành lập|thành lập'),
};

const archiveFonds: Aliases = {
  code: words('mã'),
  name: words('phông|tên'),
  from: words('từ năm|năm bắt đầu'),
  to: words('đến năm|năm kết thúc'),
};

const branchReport: Aliases = {
  organisation: words('tên chi bộ|đơn vị|tổ chức đảng'),
  receivedOn: words('ngày nộp|ngày gửi'),
  sentBy: words('người gửi|bí thư'),
};

const all: Partial<Record<RecordTypeName, Aliases>> = {
  archiveFile,
  archiveDocument,
  partyMember,
  organisation,
  archiveFonds,
  branchReport,
};

export const aliasesOf = (type: RecordTypeName): Aliases => all[type] ?? {};
