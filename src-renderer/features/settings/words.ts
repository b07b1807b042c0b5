import { defineWords } from '../../i18n/words';

export const useSettingsWords = defineWords('settings', {
  vi: {
    title: 'Thiết lập', lead: 'Cách sổ hiện trên máy này, và thông tin của sổ đang mở.', look: 'Hiển thị', language: 'Ngôn ngữ', vi: 'Tiếng Việt', en: 'English', scale: 'Cỡ chữ', scaleHint: 'Chữ và nút to hơn; ảnh trang quét giữ nguyên.', contrast: 'Tương phản cao', contrastHint: 'Chữ đen trên nền trắng, viền rõ hơn.',
    reading: 'Đọc chữ trang quét', readers: 'Số trang đọc cùng lúc', readersHint: 'Máy yếu nên để 1; máy 8 GB trở lên để 2.', unit: 'Đơn vị và người dùng', committee: 'Ủy ban', party: 'Đảng ủy', province: 'Tỉnh, thành phố', symbol: 'Ký hiệu', term: 'Nhiệm kỳ', profile: 'Cách nối', connected: 'Có mạng', standalone: 'Máy độc lập', user: 'Đang mở sổ', lock: 'Khóa sổ',
    about: 'Về chương trình', version: 'Bản', dataDir: 'Thư mục dữ liệu', records: 'Số bản ghi', pages: 'Số trang quét', schema: 'Lược đồ', sqlite: 'SQLite', profileNote: 'Máy có mạng không nhận nội dung tài liệu mật.', sampleNote: 'Đây là ủy ban mẫu: dữ liệu hư cấu, thử gì cũng được.',
  },
  en: {
    title: 'Settings', lead: 'How the book looks on this machine, and what the open book is.', look: 'Display', language: 'Language', vi: 'Tiếng Việt', en: 'English', scale: 'Text size', scaleHint: 'Larger text and buttons; scanned pages keep their size.', contrast: 'High contrast', contrastHint: 'Black on white, with stronger edges.',
    reading: 'Reading scanned pages', readers: 'Pages read at once', readersHint: '1 for a weak machine; 2 from 8 GB of memory.', unit: 'Unit and people', committee: 'Committee', party: 'Party committee', province: 'Province or city', symbol: 'Symbol', term: 'Term', profile: 'Profile', connected: 'Connected', standalone: 'Standalone', user: 'Signed in', lock: 'Lock the book',
    about: 'About', version: 'Version', dataDir: 'Data folder', records: 'Records', pages: 'Scanned pages', schema: 'Schema', sqlite: 'SQLite', profileNote: 'A connected machine takes no content of secret papers.', sampleNote: 'This is the practice committee: fictional data, try anything.',
  },
});
