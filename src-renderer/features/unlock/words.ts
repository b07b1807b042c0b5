import { defineWords } from '../../i18n/words';

export const useUnlockWords = defineWords('unlock', {
  vi: {
    app: 'Kiểm tra số', locked: 'Dữ liệu đang khóa', version: 'Bản {{version}}', title: 'Mở sổ làm việc', lead: 'Mỗi người mở sổ bằng mật khẩu của mình.', who: 'Ai đang làm việc?', passphrase: 'Mật khẩu', unlock: 'Mở khóa',
    capsOn: 'Phím Caps Lock đang bật.', capsOff: 'Phím Caps Lock đang tắt.', show: 'Hiện mật khẩu', first: 'Lần đầu dùng máy này?', create: 'Lập ủy ban mới', createHint: '4 câu hỏi', sample: 'Ủy ban mẫu', sampleHint: 'để tập dùng',
    welcome: 'Chào đồng chí', welcomeLead: 'Máy này chưa có sổ làm việc. Lập sổ cho ủy ban của mình, hoặc mở ủy ban mẫu với dữ liệu hư cấu để tập dùng trước.', back: 'Quay lại',
    sampleOpening: 'Đang mở ủy ban mẫu…', sampleOpeningHint: 'Lần đầu mất chừng nửa phút để chuẩn bị dữ liệu tập dùng.',
    createTitle: 'Lập sổ cho ủy ban', createLead: 'Bốn câu hỏi rồi làm việc được ngay.', q1: '1. Ủy ban nào?', q2: '2. Ai mở sổ này?', q3: '3. Mật khẩu của đồng chí', q4: '4. Máy này có nối mạng không?',
    partyCommittee: 'Đảng ủy', partyCommitteeHint: 'ví dụ: Đảng ủy xã Tân Thượng', province: 'Tỉnh, thành phố', provinceHint: 'ví dụ: Tỉnh Quảng Hòa', term: 'Nhiệm kỳ', name: 'Họ và tên', jobTitle: 'Chức vụ', repeat: 'Gõ lại mật khẩu',
    passphraseHint: 'Ít nhất 8 ký tự; một câu dễ nhớ là tốt nhất. Không ai khôi phục được mật khẩu đã quên.', repeatWrong: 'Hai lần gõ chưa giống nhau.', needed: 'Cần điền ô này.',
    connected: 'Có mạng', connectedHint: 'Gửi về tỉnh qua mạng. Không nhận nội dung tài liệu mật.', standalone: 'Máy độc lập', standaloneHint: 'Không bao giờ nối mạng, chỉ trao đổi bằng USB.', createAct: 'Lập sổ và bắt đầu', creating: 'Đang lập sổ',
    coverApp: 'KIỂM TRA SỐ', cover1: 'Sổ kiểm tra, giám sát', cover2: 'và thi hành kỷ luật', committee: 'ỦY BAN KIỂM TRA', coverTerm: 'Nhiệm kỳ {{term}}', language: 'English', partyOf: 'ĐẢNG BỘ {{province}}', nameOf: 'Ủy ban Kiểm tra {{party}}', firstYears: '2025–2030',
  },
  en: {
    app: 'Kiểm tra số', locked: 'The data is locked', version: 'Version {{version}}', title: 'Open the book', lead: 'Everybody opens the book with a passphrase of their own.', who: 'Who is working?', passphrase: 'Passphrase', unlock: 'Unlock',
    capsOn: 'Caps Lock is on.', capsOff: 'Caps Lock is off.', show: 'Show the passphrase', first: 'First time on this machine?', create: 'New committee', createHint: '4 questions', sample: 'Practice committee', sampleHint: 'to learn with',
    welcome: 'Welcome', welcomeLead: 'There is no book on this machine yet. Create the book of your committee, or open the practice committee with fictional data to learn with.', back: 'Back',
    sampleOpening: 'Opening the practice committee…', sampleOpeningHint: 'The first time takes about half a minute to prepare the practice data.',
    createTitle: 'A book for the committee', createLead: 'Four questions, then work can begin.', q1: '1. Which committee?', q2: '2. Who opens this book?', q3: '3. Your passphrase', q4: '4. Is this machine on a network?',
    partyCommittee: 'Party committee', partyCommitteeHint: 'e.g. Đảng ủy xã Tân Thượng', province: 'Province or city', provinceHint: 'e.g. Tỉnh Quảng Hòa', term: 'Term', name: 'Full name', jobTitle: 'Post', repeat: 'Passphrase again',
    passphraseHint: 'At least 8 characters; a sentence that is easy to remember is best. Nobody can recover a forgotten passphrase.', repeatWrong: 'The two are not the same.', needed: 'This field is needed.',
    connected: 'Connected', connectedHint: 'Sends to the province over the network. Takes no content of secret papers.', standalone: 'Standalone', standaloneHint: 'Never on a network, exchange by USB only.', createAct: 'Create the book and begin', creating: 'Creating the book',
    coverApp: 'KIỂM TRA SỐ', cover1: 'Book of inspection, supervision', cover2: 'and discipline', committee: 'ỦY BAN KIỂM TRA', coverTerm: 'Term {{term}}', language: 'Tiếng Việt', partyOf: 'ĐẢNG BỘ {{province}}', nameOf: 'Ủy ban Kiểm tra {{party}}', firstYears: '2025–2030',
  },
});
