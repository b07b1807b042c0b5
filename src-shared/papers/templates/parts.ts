import { each, heading, type PaperLine, say } from '../template';

/** What several papers of the committee say alike. */
export const standing = ['T/M ỦY BAN KIỂM TRA', 'CHỦ NHIỆM'];
export const recipients = ['Ban Thường vụ Đảng ủy (để báo cáo),', '{doi_tuong},', 'Đoàn kiểm tra,', 'Lưu Ủy ban Kiểm tra, HSKT.'];
export const bases = each('can_cu', say('Căn cứ {noi_dung};'));
export const team = each('thanh_vien', say('{stt}. Đồng chí {ho_ten}, {chuc_vu}, {vai_tro}.'));
export const items = each('noi_dung_kiem_tra', say('{stt}. {noi_dung}'));
export const minutesHead = (place: string): PaperLine[] => [
  say('Hôm nay, hồi …… giờ …… phút, {ngay}, tại {dia_diem}, tiến hành {viec_lap_bien_ban}.'.replace('{dia_diem}', place)),
  heading('I. Thành phần'),
  say('1. Đoàn kiểm tra:'),
  ...team,
  say('2. Đại diện {don_vi_quan_ly}: ………………………………'),
  say('3. {doi_tuong}.'),
];
export const minutesFoot: PaperLine[] = [
  say('Buổi làm việc kết thúc hồi …… giờ …… phút cùng ngày. Biên bản đã được đọc cho mọi người cùng nghe, nhất trí và ký tên.'),
];
