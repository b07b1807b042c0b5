import { defineWords } from '../../i18n/words';

export const useFrameWords = defineWords('frame', {
  vi: {
    app: 'Kiểm tra số', back: 'Lùi lại', forward: 'Tiến tới', search: 'Tìm đơn, vụ việc, người, văn bản, chữ trong trang quét…', searchLabel: 'Tìm trong cả sổ', create: 'Tạo mới', createWhat: 'Tạo mới gì?',
    nav: 'Các mục', daily: 'Hằng ngày', papers: 'Hồ sơ giấy', whole: 'Tổng hợp',
    overview: 'Tổng quan', petitions: 'Đơn thư', cases: 'Vụ việc', discipline: 'Kỷ luật', 'follow-up': 'Theo dõi kết luận', tasks: 'Công việc', documents: 'Văn bản',
    archive: 'Lưu trữ số', pages: 'Kiểm tra trang', search_: 'Tìm kiếm', reports: 'Báo cáo', organisations: 'Tổ chức và đảng viên', organisationsShort: 'Tổ chức, đảng viên', sync: 'Đồng bộ', settings: 'Thiết lập',
    term: 'Nhiệm kỳ {{term}}', open: '{{count}} đang mở', status: 'Tình trạng', user: 'Người đang làm việc: {{name}}', connected: 'Có mạng', standalone: 'Máy độc lập', practice: 'Ủy ban mẫu, dữ liệu tập dùng',
    saved: 'Đã lưu {{time}}', savedNone: 'Chưa có thay đổi mới', lock: 'Khóa sổ', reading: 'Đang đọc {{done}}/{{total}} trang', readingPaused: 'Tạm dừng đọc, còn {{count}} trang', readingFailed: '{{count}} trang đọc lỗi', readingNone: 'Không có trang chờ đọc',
    syncStandalone: 'Không nối mạng, trao đổi bằng USB', syncNotEnrolled: 'Chưa đăng ký với tỉnh', syncPaused: 'Tạm dừng gửi', syncSent: 'Đã gửi về tỉnh lúc {{time}}', syncNever: 'Chưa gửi về tỉnh', syncWaiting: 'còn {{count}} mục chờ', syncUnreachable: 'Chưa nối được tỉnh', syncRefused: '{{count}} mục bị từ chối', syncAll: 'Tỉnh đã nhận đủ',
    help: 'Trợ giúp', helpClose: 'Đóng trợ giúp', helpKeys: 'Phím tắt', helpIntro: 'Đặt con trỏ vào một ô rồi bấm F1 để xem ô đó dùng làm gì và gõ thế nào.',
    keyNew: 'Tạo mới', keySave: 'Lưu', keySearch: 'Tìm trong cả sổ', keyHelp: 'Trợ giúp cho ô đang gõ', keyEscape: 'Đóng phần đang mở', keyBack: 'Lùi lại, tiến tới', keyNext: 'Sang ô sau', keyUndo: 'Hoàn tác việc vừa làm', keyMove: 'Đi trong danh sách',
  },
  en: {
    app: 'Kiểm tra số', back: 'Back', forward: 'Forward', search: 'Find petitions, cases, people, documents, words on scanned pages…', searchLabel: 'Search the whole book', create: 'New', createWhat: 'What to create?',
    nav: 'Sections', daily: 'Daily', papers: 'Papers', whole: 'Overall',
    overview: 'Overview', petitions: 'Petitions', cases: 'Cases', discipline: 'Discipline', 'follow-up': 'Follow-up', tasks: 'Tasks', documents: 'Documents',
    archive: 'Digital archive', pages: 'Page check', search_: 'Search', reports: 'Reports', organisations: 'Organisations and members', organisationsShort: 'Organisations', sync: 'Sync', settings: 'Settings',
    term: 'Term {{term}}', open: '{{count}} open', status: 'State', user: 'Working now: {{name}}', connected: 'Connected', standalone: 'Standalone machine', practice: 'Practice committee, sample data',
    saved: 'Saved {{time}}', savedNone: 'No new changes', lock: 'Lock the book', reading: 'Reading page {{done}} of {{total}}', readingPaused: 'Reading paused, {{count}} pages left', readingFailed: '{{count}} pages failed', readingNone: 'No pages to read',
    syncStandalone: 'No network, exchange by USB', syncNotEnrolled: 'Not enrolled with the province', syncPaused: 'Sending paused', syncSent: 'Sent to the province at {{time}}', syncNever: 'Nothing sent yet', syncWaiting: '{{count}} items waiting', syncUnreachable: 'Province not reachable', syncRefused: '{{count}} items refused', syncAll: 'The province has everything',
    help: 'Help', helpClose: 'Close help', helpKeys: 'Keys', helpIntro: 'Put the cursor into a field and press F1 to see what it is for and how to type it.',
    keyNew: 'New', keySave: 'Save', keySearch: 'Search the whole book', keyHelp: 'Help for the field being typed', keyEscape: 'Close what is open', keyBack: 'Back, forward', keyNext: 'Next field', keyUndo: 'Undo the last act', keyMove: 'Move through a list',
  },
});
