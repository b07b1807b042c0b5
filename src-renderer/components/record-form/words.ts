import { defineWords } from '../../i18n/words';

export const useFormWords = defineWords('record-form', {
  vi: {
    save: 'Lưu', saving: 'Đang lưu', cancel: 'Thôi', draftKept: 'Bản nháp được giữ trên máy này, đã mã hóa.', nothing: 'Chưa có gì thay đổi.',
    draftFound: 'Đã lấy lại bản nháp gõ lúc {{time}}, chưa lưu vào sổ.', draftDrop: 'Bỏ bản nháp', draftDropped: 'Đã bỏ bản nháp',
    add: 'Thêm dòng', removeItem: 'Bỏ dòng {{number}}', item: '{{list}}, dòng {{number}}', sealedHeld: 'Đã có, đang niêm phong. Gõ để thay.', dong: 'đồng', choose: 'Gõ chữ đầu, không cần dấu', none: 'Không có trong danh mục', clear: 'Xóa lựa chọn',
    helpText: 'Tối đa {{max}} ký tự.', helpLongText: 'Nhiều dòng; Enter xuống dòng, Tab sang ô sau.', helpDate: 'Gõ 1/3/26, 01032026 hoặc 1/3 (năm nay).',
    helpPartialDate: 'Gõ đủ ngày 1/3/2011, chỉ tháng 3/2011, hoặc chỉ năm 2011.', helpDateTime: 'Gõ ngày và giờ: 1/3/26 14:30.', helpInteger: 'Số nguyên từ {{min}} đến {{max}}.', helpMoney: 'Số tiền bằng đồng; dấu chấm phân nhóm có hay không đều được.',
    helpBoolean: 'Phím cách để đánh dấu.', helpCode: 'Gõ chữ đầu không dấu rồi Enter; mũi tên để xem cả danh mục.', helpCodes: 'Chọn được nhiều; gõ chữ đầu không dấu rồi Enter.',
    helpRef: 'Gõ một phần tên hoặc số, không cần dấu, rồi Enter.', helpTags: 'Gõ rồi Enter để thêm.', helpList: 'Mỗi dòng một nội dung; dòng để trống không được lưu.',
    helpSealed: 'Được mã hóa riêng. Muốn xem lại phải ghi lý do, và việc mở được ghi vào nhật ký.', required: 'Ô này bắt buộc.',
  },
  en: {
    save: 'Save', saving: 'Saving', cancel: 'Cancel', draftKept: 'The draft is kept on this machine, encrypted.', nothing: 'Nothing has been changed.',
    draftFound: 'The draft typed at {{time}} is back; it is not saved yet.', draftDrop: 'Drop the draft', draftDropped: 'Draft dropped',
    add: 'Add a row', removeItem: 'Remove row {{number}}', item: '{{list}}, row {{number}}', sealedHeld: 'Held under seal. Type to replace it.', dong: 'VND', choose: 'Type the first letters', none: 'Not in the list', clear: 'Clear the choice',
    helpText: 'At most {{max}} characters.', helpLongText: 'Several lines; Enter begins a new one, Tab leads on.', helpDate: 'Type 1/3/26, 01032026 or 1/3 (this year); day first.',
    helpPartialDate: 'Type a day 1/3/2011, a month 3/2011, or a year 2011.', helpDateTime: 'Type day and time: 1/3/26 14:30.', helpInteger: 'A whole number from {{min}} to {{max}}.', helpMoney: 'An amount in VND; dots between groups are optional.',
    helpBoolean: 'Space ticks it.', helpCode: 'Type the first letters, then Enter; arrow keys show the whole list.', helpCodes: 'Several may be chosen; type the first letters, then Enter.',
    helpRef: 'Type a part of the name or number, diacritics or not, then Enter.', helpTags: 'Type, then Enter adds it.', helpList: 'One item in each row; empty rows are not saved.',
    helpSealed: 'Encrypted by itself. Reading it again takes a reason, and the opening is recorded.', required: 'This field is needed.',
  },
});

export type FormSay = ReturnType<typeof useFormWords>;
