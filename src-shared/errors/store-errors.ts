import { entry } from './error-entry';

/** Opening and keeping the office's book: keys, database, disk. */
export const storeErrors = {
  'vault.wrongPassphrase': entry(
    4,
    [
      'Mật khẩu không đúng.',
      'Dữ liệu vẫn được khóa an toàn, chưa có gì thay đổi.',
      'Kiểm tra phím Caps Lock và bộ gõ tiếng Việt rồi nhập lại.',
    ],
    [
      'The passphrase is wrong.',
      'The data stays locked and unchanged.',
      'Check Caps Lock and the Vietnamese input method, then try again.',
    ],
  ),
  'vault.weakPassphrase': entry(
    3,
    ['Mật khẩu quá ngắn.', 'Chưa có gì được tạo.', 'Đặt mật khẩu ít nhất {min} ký tự, ví dụ một câu dễ nhớ.'],
    [
      'The passphrase is too short.',
      'Nothing was created.',
      'Use at least {min} characters, for example a sentence that is easy to remember.',
    ],
  ),
  'vault.unknownUser': entry(
    4,
    ['Không có người dùng này trong sổ.', 'Dữ liệu không thay đổi.', 'Chọn tên mình trong danh sách.'],
    ['This person is not in the book.', 'The data is unchanged.', 'Choose your name from the list.'],
  ),
  'vault.tooManyTries': entry(
    4,
    ['Đã nhập sai mật khẩu nhiều lần.', 'Dữ liệu vẫn được khóa an toàn.', 'Chờ {seconds} giây rồi nhập lại.'],
    ['The passphrase was wrong several times.', 'The data stays locked and safe.', 'Wait {seconds} seconds and try again.'],
    true,
  ),
  'vault.tampered': entry(
    5,
    [
      'Tệp khóa (vault.json) đã bị sửa từ bên ngoài.',
      'Sổ chưa được mở, dữ liệu không thay đổi.',
      'Không dùng tiếp máy này; báo người phụ trách và khôi phục từ bản sao lưu.',
    ],
    [
      'The key file (vault.json) was altered from outside.',
      'The book was not opened and the data is unchanged.',
      'Stop using this machine, tell the person in charge, and restore a backup.',
    ],
  ),
  'vault.noRecovery': entry(
    4,
    ['Sổ này chưa có tờ khôi phục.', 'Dữ liệu vẫn được khóa an toàn.', 'Mở bằng mật khẩu của một người dùng, hoặc chọn bản sao lưu khác.'],
    ['This book has no recovery sheet.', 'The data stays locked.', "Open it with a person's passphrase, or choose another backup."],
  ),
  'vault.wrongWords': entry(
    4,
    [
      'Các từ khôi phục chưa đúng (từ thứ {place}; 0: mọi từ đều có trong bảng nhưng không khớp nhau).',
      'Chưa có gì thay đổi.',
      'So lại từng từ với tờ giấy: mỗi từ bốn chữ cái, không dấu.',
    ],
    [
      'The recovery words are not right (word {place}; 0: each is a word but they do not fit together).',
      'Nothing was changed.',
      'Compare each word with the sheet: four letters, no accents.',
    ],
  ),
  'vault.shareMissing': entry(
    4,
    ['Cần {needed} tờ khôi phục khác nhau.', 'Chưa có gì thay đổi.', 'Nhập thêm các từ của một tờ khác.'],
    ['{needed} different recovery sheets are needed.', 'Nothing was changed.', 'Type the words of another sheet as well.'],
  ),
  'vault.noOsStore': entry(
    4,
    [
      'Hệ điều hành của máy này không giữ khóa an toàn được.',
      'Chưa có gì thay đổi; dữ liệu vẫn được khóa.',
      'Mở sổ bằng mật khẩu của mình như trước.',
    ],
    [
      "This machine's operating system cannot keep keys safely.",
      'Nothing was changed; the data stays locked.',
      'Open the book with your passphrase as before.',
    ],
  ),
  'vault.osStoreFailed': entry(
    4,
    [
      'Hệ điều hành không mở được khóa đã giữ (đổi tài khoản Windows, cài lại máy, hay chép sang máy khác).',
      'Dữ liệu vẫn được khóa an toàn.',
      'Mở sổ bằng mật khẩu hoặc tờ khôi phục, rồi bật lại nếu cần.',
    ],
    [
      'The operating system does not open the key that it kept (another account, a new installation, another machine).',
      'The data stays locked.',
      'Open the book with your passphrase or the recovery sheet, and turn it on again if you like.',
    ],
  ),
  'vault.osStoreForbidden': entry(
    4,
    ['Máy độc lập có thể giữ tài liệu mật nên không cho hệ điều hành giữ khóa.', 'Chưa có gì thay đổi.', 'Mở sổ bằng mật khẩu của mình.'],
    [
      'A standalone machine may hold secret papers, so the operating system keeps no key of it.',
      'Nothing was changed.',
      'Open the book with your passphrase.',
    ],
  ),
  'vault.rotating': entry(
    4,
    ['Sổ đang đổi khóa dở dang.', 'Dữ liệu an toàn, chưa có gì thay đổi.', 'Mở khóa sổ một lần để hoàn tất đổi khóa rồi làm lại.'],
    [
      'A change of keys is not finished.',
      'The data is safe; nothing was changed.',
      'Unlock the book once, which finishes it, then try again.',
    ],
  ),
  'vault.lastUser': entry(
    3,
    ['Không thể bỏ chính mình hoặc người dùng cuối cùng.', 'Chưa có gì thay đổi.', 'Nhờ một người khác có quyền làm việc này.'],
    ['You cannot remove yourself or the last person.', 'Nothing was changed.', 'Let another person with that right do it.'],
  ),
  'vault.entryOld': entry(
    4,
    [
      'Khóa của {name} còn ở dạng cũ nên chưa thể đổi khóa chung.',
      'Chưa có gì thay đổi.',
      'Người này mở khóa sổ một lần, hoặc bị bỏ khỏi danh sách, rồi làm lại.',
    ],
    [
      "{name}'s entry has the old form, so the common key cannot be changed yet.",
      'Nothing was changed.',
      'Let them unlock once, or remove them, then try again.',
    ],
  ),
  'vault.locked': entry(
    4,
    ['Sổ làm việc đang khóa.', 'Dữ liệu an toàn trên máy này.', 'Mở khóa bằng mật khẩu của mình rồi làm tiếp.'],
    ['The book is locked.', 'The data is safe on this machine.', 'Unlock it with your passphrase and go on.'],
  ),
  'store.notFound': entry(
    7,
    ['Không thấy sổ làm việc trong thư mục {dir}.', 'Chưa có gì được tạo hay thay đổi.', 'Chọn đúng thư mục, hoặc lập ủy ban mới.'],
    ['There is no book in the folder {dir}.', 'Nothing was created or changed.', 'Choose the right folder, or create a new committee.'],
  ),
  'store.exists': entry(
    3,
    ['Thư mục {dir} đã có sổ làm việc.', 'Sổ đó không bị đụng tới.', 'Mở sổ đang có, hoặc chọn thư mục khác để lập sổ mới.'],
    ['The folder {dir} already holds a book.', 'It was not touched.', 'Open that book, or choose another folder for a new one.'],
  ),
  'store.notABook': entry(
    5,
    [
      'Tệp {file} không phải sổ làm việc của Kiểm tra số, hoặc đã hỏng.',
      'Chương trình không ghi gì vào tệp này.',
      'Chọn đúng thư mục dữ liệu, hoặc khôi phục từ bản sao lưu.',
    ],
    [
      'The file {file} is not a book of Kiểm tra số, or it is damaged.',
      'Nothing was written to it.',
      'Choose the right data folder, or restore a backup.',
    ],
  ),
  'store.newerSchema': entry(
    5,
    [
      'Sổ này do bản chương trình mới hơn tạo (lược đồ {found}, bản này biết đến {known}).',
      'Dữ liệu không bị đụng tới.',
      'Cập nhật chương trình trên máy này rồi mở lại.',
    ],
    [
      'This book was made by a newer version (schema {found}, this one knows {known}).',
      'The data was not touched.',
      'Update the program on this machine and open it again.',
    ],
  ),
  'store.inUse': entry(
    5,
    ['Sổ đang được mở ở một cửa sổ hoặc chương trình khác.', 'Không có gì bị ghi đè.', 'Đóng nơi đang mở rồi thử lại.'],
    ['The book is open in another window or program.', 'Nothing was overwritten.', 'Close it there and try again.'],
    true,
  ),
  'store.diskFull': entry(
    8,
    [
      'Ổ đĩa đã đầy nên chưa lưu được.',
      'Những gì đã lưu trước đó còn nguyên, vẫn xem và tìm được.',
      'Giải phóng chỗ trống trên ổ đĩa rồi lưu lại.',
    ],
    [
      'The disk is full, so this was not saved.',
      'Everything saved before is intact and can be read.',
      'Free some space on the disk and save again.',
    ],
  ),
  'store.io': entry(
    8,
    [
      'Không đọc hoặc ghi được trên ổ đĩa.',
      'Những gì đã lưu trước đó còn nguyên.',
      'Kiểm tra ổ đĩa và quyền ghi vào thư mục dữ liệu rồi thử lại.',
    ],
    [
      'The disk could not be read or written.',
      'Everything saved before is intact.',
      'Check the disk and the rights on the data folder, then try again.',
    ],
    true,
  ),
  internal: entry(
    5,
    [
      'Chương trình gặp lỗi ngoài dự kiến ({reference}).',
      'Dữ liệu đã lưu không bị ảnh hưởng.',
      'Thử lại; nếu còn lỗi, gửi mã trong ngoặc cho người hỗ trợ.',
    ],
    [
      'The program met an unexpected error ({reference}).',
      'Saved data is not affected.',
      'Try again; if it stays, give the code in brackets to support.',
    ],
  ),
  usage: entry(
    2,
    ['Lệnh chưa đúng: {problem}.', 'Chưa có gì được thực hiện.', 'Gõ `kts help` để xem cách dùng.'],
    ['The command is not right: {problem}.', 'Nothing was done.', 'See `kts help`.'],
  ),
  oldNode: entry(
    2,
    [
      '`kts` cần Node {needed} trở lên, máy đang chạy Node {found}.',
      'Chưa có gì được thực hiện.',
      'Chạy `npm run kts -- LỆNH`, lệnh này tự dùng đúng bản Node.',
    ],
    [
      '`kts` needs Node {needed} or newer; this is Node {found}.',
      'Nothing was done.',
      'Run `npm run kts -- COMMAND`, which uses the right Node by itself.',
    ],
  ),
} as const;
