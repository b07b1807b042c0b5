import { partBounds, type CourierRead, type StickBundle } from '#shared/contract/window/courier';
import { AppError, isErrorCode, messageOf } from '#shared/errors/app-error';
import type { CourierService } from '#service/sync/courier/courier-service';
import type { CliArguments } from '../arguments';
import { withBook } from '../book';
import type { CommandResult } from '../output';

/** `kts bundle write|read|status DIR [--size MB]`: sync by USB stick. */
export function bundle(args: CliArguments): Promise<CommandResult> {
  const [what, dir] = args.words;
  if (dir === undefined) throw new AppError('usage', { problem: 'bundle write|read|status DIR' });
  const work = { write, read, status }[what ?? ''];
  if (work === undefined) throw new AppError('usage', { problem: `bundle ${what ?? ''}` });
  return withBook(args, ({ courier }) => work(courier, dir, args));
}

/** `kts enrol-request DIR --code CODE`: first of the two files of an enrolment without network. */
export function enrolRequest(args: CliArguments): Promise<CommandResult> {
  const [dir] = args.words;
  const code = args.option('code');
  if (dir === undefined || code === undefined) throw new AppError('usage', { problem: 'enrol-request DIR --code CODE' });
  return withBook(args, async ({ courier }) => {
    const { file } = await courier.enrolRequest(dir, code);
    return { lines: [`Đã ghi ${file}; mang USB đến tỉnh rồi chạy enrol-answer.`], json: { file } };
  });
}

/** `kts enrol-answer DIR`: the second one. */
export function enrolAnswer(args: CliArguments): Promise<CommandResult> {
  const [dir] = args.words;
  if (dir === undefined) throw new AppError('usage', { problem: 'enrol-answer DIR' });
  return withBook(args, async ({ courier }) => {
    const { hub } = await courier.enrolAnswer(dir);
    return { lines: [`Đã đăng ký với ${hub?.name ?? ''}.`], json: { hub } };
  });
}

type Work = (courier: CourierService, dir: string, args: CliArguments) => Promise<CommandResult>;

const write: Work = async (courier, dir, args) => {
  const written = await courier.write(dir, partBytesOf(args));
  const { holds, files, bytes, missingPages } = written;
  return {
    lines: [
      `Đã ghi ${holds.changes} thay đổi, ${holds.pages} trang (${megabytes(bytes)}) vào ${files.length} tệp.`,
      ...files,
      ...(missingPages > 0 ? [`${missingPages} trang không đọc được trên máy này nên chưa có trong gói.`] : []),
    ],
    json: written,
    exitCode: missingPages > 0 ? 3 : 0,
  };
};

const read: Work = async (courier, dir) => {
  const taken = await courier.read(dir);
  const { confirmed, received, refused, files, hubRestored, bookRestored } = taken;
  return {
    lines: [
      `Tỉnh đã nhận ${confirmed.changes} thay đổi, ${confirmed.pages} trang; máy này nhận ${received.changes} thay đổi, ${received.pages} trang; bị từ chối ${refused}.`,
      ...(hubRestored ? ['Máy chủ tỉnh vừa khôi phục từ bản sao lưu; phần thiếu sẽ có trong gói sau.'] : []),
      ...(bookRestored ? ['Sổ này được khôi phục hoặc sao chép; không cần làm gì thêm.'] : []),
      ...files.flatMap(problemLine),
    ],
    json: taken,
    exitCode: refused > 0 || files.some(({ outcome }) => outcome !== 'read') ? 3 : 0,
  };
};

const status: Work = async (courier, dir) => {
  const [now, found] = [courier.status(), await courier.look(dir)];
  const { waiting } = now;
  const row = ({ bundle: name, parts, bytes, writtenAt, done }: StickBundle): string =>
    `  ${name}  ${parts} phần  ${megabytes(bytes)}  ${writtenAt}${done ? '  xong' : ''}`;
  return {
    lines: [
      `Đang chờ: ${waiting.changes} thay đổi, ${waiting.pages} trang (${megabytes(waiting.bytes)}).`,
      `Từ tỉnh: ${found.incoming.length} gói`,
      ...found.incoming.map(row),
      `Gửi tỉnh: ${found.outgoing.length} gói`,
      ...found.outgoing.map(row),
    ],
    json: { ...now, stick: found },
  };
};

function problemLine({ problem }: CourierRead['files'][number]): string[] {
  return problem && isErrorCode(problem.code) ? [messageOf(problem.code, problem.details, 'vi')] : [];
}

/** `--size` in MiB. */
function partBytesOf(args: CliArguments): number | undefined {
  const text = args.option('size');
  if (text === undefined) return undefined;
  const bytes = Number(text) * 1024 * 1024;
  if (!Number.isFinite(bytes) || bytes < partBounds.least || bytes > partBounds.most)
    throw new AppError('usage', { problem: '--size 1…4092' });
  return Math.floor(bytes);
}

const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`;
