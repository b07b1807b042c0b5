/** One matter from its petition to what was not carried out, by keyboard where a clerk would; and the committee's own rules. */
import { goTo, openCommittee } from './committee';
import { expect, test } from './fixtures';

test.use({ bookBefore: 'committee' });
// Long and the last of the files: the second need not wait for the first while the other worker has nothing left.
test.describe.configure({ mode: 'parallel' });

test('a petition becomes a case, a conclusion with duties, and what is overdue is a report', async ({ page }) => {
  test.setTimeout(120_000);
  await openCommittee(page);
  const field = (name: string) => page.locator(`[data-field="${name}"] :is(input, textarea)`).first();
  const receive = async (summary: string) => {
    await goTo(page, '#/petitions?new=1');
    await expect(field('number')).toHaveValue(/\d/);
    await field('kind').click();
    await page.keyboard.type('to cao');
    await page.keyboard.press('Enter');
    await field('signatureForm').click();
    await page.keyboard.type('co ten');
    await page.keyboard.press('Enter');
    await field('senderName').fill('Lê Văn Hư Cấu');
    await field('accusedText').fill('Chi bộ ấp 7');
    await field('managedBy').click();
    await page.keyboard.type('chi bo');
    await page.keyboard.press('Enter');
    await field('summary').fill(summary);
  };
  await receive('Thu quỹ làm đường ấp 7 vượt dự toán, không công khai');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('heading', { name: 'Đơn số 1' })).toBeVisible();

  // The second one is found to be like the first while it is typed, by sender, subject and words without diacritics.
  await receive('thu quy lam duong ap 7 vuot du toan');
  const duplicates = page.getByRole('region', { name: 'Có thể trùng' });
  await expect(duplicates).toContainText('Đơn số 1');
  await expect(duplicates).toContainText('cùng người gửi');
  await expect(page.getByRole('region', { name: 'Đề xuất phân loại' })).toContainText('Thụ lý giải quyết');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('heading', { name: 'Đơn số 2' })).toBeVisible();
  await page.getByRole('button', { name: 'Ghép vào đơn 1' }).click();
  await expect(page.getByRole('region', { name: 'Đề xuất phân loại' })).toContainText('Trùng đơn');
  await page.getByRole('button', { name: 'Ghi theo đề xuất' }).click();
  await expect(page.getByRole('region', { name: 'Phân loại và xử lý' })).toContainText('Trùng với đơn đã nhận');

  await page.getByRole('option', { name: /Thu quỹ làm đường ấp 7 vượt/ }).click();
  await page.getByRole('button', { name: 'Mở vụ việc từ đơn này' }).click();
  await page.getByRole('button', { name: 'Mở vụ việc', exact: true }).click();
  await expect(page.getByText('Vụ việc 01/HS-UBKT')).toBeVisible();

  await page.getByRole('button', { name: 'Việc khác' }).click();
  await page.getByRole('menuitem', { name: 'Đặt thời hạn' }).click();
  await page.getByRole('textbox', { name: 'Số ngày' }).fill('30');
  await page.getByRole('textbox', { name: 'Nguồn của hạn' }).fill('Quy chế Ủy ban, Điều 3');
  await page.getByRole('button', { name: 'Ghi lại' }).click();
  await expect(page.getByText(/30 ngày từ .* theo Quy chế Ủy ban, Điều 3/)).toBeVisible();

  await page.getByRole('button', { name: 'Việc khác' }).click();
  await page.getByRole('menuitem', { name: 'Ban hành kết luận' }).click();
  await expect(page.getByRole('textbox', { name: 'Số, ký hiệu' })).toHaveValue(/^01-TB\//);
  await page.getByRole('button', { name: 'Thêm nhiệm vụ' }).click();
  await page.getByRole('textbox', { name: '1. Việc phải làm' }).fill('Nộp lại 12 triệu đồng vào quỹ');
  await page.getByRole('group', { name: 'Nhiệm vụ 1' }).getByRole('textbox', { name: 'Thời hạn' }).fill('1/10/2025');
  await page.getByRole('button', { name: 'Ban hành và theo dõi' }).click();
  await expect(page.getByRole('region', { name: 'Kết luận đã ban hành' })).toContainText('01-TB/');

  await goTo(page, '#/follow-up');
  await expect(page.getByRole('button', { name: /Quá hạn$/ }).first()).toContainText('1');
  await page.getByRole('button', { name: /Nộp lại 12 triệu đồng/ }).click();
  const duty = page.getByRole('region', { name: 'Nộp lại 12 triệu đồng vào quỹ' });
  await expect(duty).toContainText('Cần báo cáo thường trực: quá hạn trên 30 ngày.');
  await page.getByRole('button', { name: 'Báo cáo chưa thực hiện' }).click();
  await expect(page.getByRole('row', { name: /Nộp lại 12 triệu đồng/ })).toBeVisible();

  await goTo(page, '#/follow-up?view=board');
  await page.getByRole('button', { name: /Nộp lại 12 triệu đồng/ }).click();
  await duty.getByRole('button', { name: 'Xác nhận hoàn thành' }).click();
  await duty.getByRole('button', { name: 'Ghi lại' }).click();
  await page.getByRole('button', { name: 'Báo cáo chưa thực hiện' }).click();
  await expect(page.getByText('Đến hôm nay không có nhiệm vụ nào quá hạn.')).toBeVisible();

  // What was entered counts itself: both petitions on B21, each behind its figure, and the open case on the overview.
  await goTo(page, '#/reports?view=forms&form=B21');
  const figures = page.locator('button[data-row="0"]');
  await expect(figures.first()).toHaveText('2');
  await figures.first().click();
  await expect(page.getByText('Thu quỹ làm đường ấp 7 vượt dự toán').first()).toBeVisible();

  // A disciplinary decision of the committee, by keyboard, counts on the form of its level.
  await goTo(page, '#/discipline?new=1');
  await field('number').fill('05-QĐ/UBKTĐU');
  const choose = async (name: string, typed: string) => {
    await field(name).click();
    await page.keyboard.type(typed);
    await page.keyboard.press('Enter');
  };
  await choose('level', 'ubkt dang uy xa');
  await choose('form', 'khien trach');
  await field('summary').fill('Khiển trách do buông lỏng quản lý quỹ');
  await choose('subjectKind', 'dang vien');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('region', { name: 'Thời hiệu' })).toBeVisible();
  await goTo(page, '#/reports?view=forms&form=B13');
  await expect(figures.first()).toHaveText('1');
  await goTo(page, '#/overview');
  await expect(page.getByRole('region', { name: 'Đang mở theo loại và trạng thái' })).toContainText('1 vụ việc đang mở');
});

test('the committee keeps a pack of its own and confirms the calendar of a year', async ({ page }) => {
  await openCommittee(page);
  await goTo(page, '#/settings?part=rules');
  await page.getByRole('button', { name: 'Lập bản của Ủy ban' }).click();
  await page.getByRole('textbox', { name: 'Mã gói' }).fill('xa-thu');
  await page.locator('summary').getByText('Giám sát chuyên đề', { exact: true }).click();
  await page.getByRole('textbox', { name: 'Số ngày: Giám sát chuyên đề' }).fill('30');
  await page.getByRole('textbox', { name: 'Nguồn: Giám sát chuyên đề' }).fill('Quy chế Ủy ban');
  await page.getByRole('button', { name: 'Xem trước ảnh hưởng' }).click();
  await expect(page.getByText('Giám sát chuyên đề: thời hạn 30 ngày (trước: để trống).')).toBeVisible();
  await page.getByRole('button', { name: 'Lưu gói' }).click();
  await expect(page.getByRole('button', { name: /Gói quy tắc 2026.2 \(Ủy ban\)/ })).toContainText('đang dùng');

  await page.getByRole('button', { name: 'Lịch làm việc năm' }).click();
  await expect(page.getByText(/^Chưa xác nhận/)).toBeVisible();
  await page.getByRole('checkbox', { name: /Đã xác nhận đủ/ }).check();
  await page.getByRole('button', { name: /^Lưu lịch năm/ }).click();
  await expect(page.getByText('Xác nhận bởi Nguyễn Thị Thử')).toBeVisible();
});
