import type { CommandResult } from '../output';

const text = `kts: Kiểm tra số không cần cửa sổ / the service without a window

  kts init [sample]                       lập sổ mới trong --data / new book (options: --party-committee --province --term --symbol
                                          --profile connected|standalone --user-name --user-title --seed)
  kts import FILES... [--file ID] [--document ID] [--route]
  kts export pdf|pdfs --to PATH [--part 1b|2b] [--copy reading]   PDF/A tìm được chữ / searchable PDF/A: one file, one for each document
  kts export xlsx --kind muc-luc-ho-so|muc-luc-van-ban|muc-luc-van-ban-nn|phieu-tin|bia|het-han --to FILE
                                          chọn / of: --document ID,... | --file ID,... | --fonds ID [--term T] [--box B]
  kts export ... --reason TEXT            lý do, khi tài liệu trên mức Thường / why, for papers above the free level
  kts export package --kind sip|aip --to DIR [--as folder] [--incomplete leave-out] [--receiver NAME]
  kts export package --check DIR|ZIP      kiểm tra gói: mã SHA-256, liên kết, số lượng / hashes, references, counts
  kts import package DIR|ZIP              nhận gói của kho khác / take in packages of another archive
  kts import files|documents|fonds|members|organisations LIST.xlsx|.xls|.ods|.csv [--map FILE] [--dry-run] [--leave-faulty]
                                          [--set field=value]...   danh sách Excel vào sổ / a list into the book
  kts ocr                                 đọc mọi trang đang chờ / read every waiting page
  kts search TEXT [--kind TYPE] [--year Y] [--file ID] [--limit N]
  kts quality report|rounds|errors|table  chất lượng số hóa: tỷ lệ lỗi, các đợt, nhật ký lỗi / error rates, rounds, log
  kts record list|show|create|update TYPE [ID] [--set field=value]... [--text TEXT] [--limit N]
  kts list TYPE [--xlsx FILE] [--text TEXT] [--set field=value]... [--sort field|-field] [--whole]   một sổ, ra Excel / a register as Excel
  kts record load FILE.json
  kts stats FORM --from DAY --to DAY [--unit ID] [--out FILE.xlsx]   đếm một biểu / count a form (B01..B22, PTDL, NV1, NV2)
  kts stats [PACK --from DAY --to DAY --out FILE.xlsx]   danh sách biểu; xuất cả bộ / list of forms; a whole pack
  kts duties [board|digest|not-done] [--to DAY]   nhiệm vụ sau kết luận / duties after conclusions
  kts agenda --from DAY --to DAY [--name PERSON] [--out FILE.ics]   lịch công việc / the calendar
  kts dossier CASE_ID                     mục lục hồ sơ vụ việc / contents of a case's dossier
  kts pack list | export ID --out FILE | import --file FILE [--code KEY]   gói quy tắc / rule packs
  kts case report ID --out FILE.docx [--kind MẪU]   văn bản của vụ việc / a paper of a case
  kts sync [--hub URL --code CODE]
  kts bundle write|read|status DIR [--size MB]   đồng bộ qua USB / sync by USB stick; --size: phần lớn nhất / largest part
  kts enrol-request DIR --code CODE       đăng ký bằng hai tệp / enrolment by two files: the request,
  kts enrol-answer DIR                    rồi trả lời của tỉnh / then the hub's answer
  kts users list|add|remove NAME|rights NAME|passphrase [NAME]   --name --role --clearance; mật khẩu mới từ KTS_NEW_PASSPHRASE
  kts keys status|sheet [--shares 3]|rotate|recover   tờ khôi phục, đổi khóa / recovery sheet, new master key
  kts audit verify|list [TEXT]|export FILE|check FILE   nhật ký / audit log
  kts backup make DIR|list DIR|check      sao lưu / backup; kts restore SET [--words 1]   khôi phục / restore
  kts update check FILE|prepare FILE      cập nhật từ USB / update from a stick
  kts retention rules|due|propose|plan|minutes|ask|approve|destroy|proof   thời hạn bảo quản, tiêu hủy / retention, destruction
  kts retention personal ID | erase ID --fields NAME,... --basis TEXT      xóa dữ liệu cá nhân / removal of personal data
  kts verify                              kiểm tra dữ liệu, trang, nhật ký, hàng gửi, bản sao lưu

  --data DIR   thư mục sổ / folder of the book (else KTS_DATA_DIR, else ./kts-data)
  --user NAME  người mở sổ / who opens it (else the first user)
  --json       một tài liệu JSON / one JSON document on standard output
  Mật khẩu từ KTS_PASSPHRASE hoặc dòng đầu của đầu vào chuẩn / the passphrase from KTS_PASSPHRASE or standard input.

  0 xong / done           2 lệnh sai / usage          3 có phần bị từ chối / something was refused
  4 khóa, sai mật khẩu / locked or wrong passphrase   5 sổ hỏng / the book is damaged or in use
  6 đường truyền / line   7 không thấy / not found    8 ổ đĩa / disk       1 lỗi chương trình / defect`;

export const help = (): CommandResult => ({ lines: [text], json: { help: text } });
