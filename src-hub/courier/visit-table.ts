import type { StickVisit } from './serve-stick';

/** What a visit brought, for people. */
export function visitTable({ requests, bundles, answers, problem, seconds }: StickVisit): string {
  const lines: string[] = [];
  if (requests.length > 0) {
    lines.push('Xin đăng ký / enrolment');
    lines.push(...columns(requests.map(({ file, committee, outcome }) => [file, committee ?? '', outcome])));
    lines.push('');
  }
  if (bundles.length > 0) {
    lines.push('Gói nhận / read');
    const head = ['ủy ban', 'phần', 'kết quả', 'lô', 'chờ', 'bị từ chối', 'trang', 'MB'];
    const rows = bundles.map((part) => [
      part.committee,
      part.file.slice(-20),
      part.outcome,
      String(part.applied),
      String(part.parked),
      String(part.refused),
      String(part.blobs),
      megabytes(part.blobBytes),
    ]);
    lines.push(...columns([head, ...rows]), '');
  }
  if (answers.length > 0) {
    lines.push('Gói trả lời / answers');
    const head = ['ủy ban', 'tệp', 'máy', 'nhật ký', 'ảnh chụp', 'trang', 'MB'];
    const rows = answers.map((answer) => [
      answer.committee,
      String(answer.files.length),
      String(answer.devices),
      String(answer.pages),
      answer.snapshot ? '1' : '',
      String(answer.blobs),
      megabytes(answer.bytes),
    ]);
    lines.push(...columns([head, ...rows]), '');
  }
  for (const { file, problem: why } of [...requests, ...bundles]) if (why) lines.push(`${file}: ${why.words.vi} / ${why.words.en}`);
  if (problem) lines.push(`${problem.words.vi} / ${problem.words.en}`);
  if (lines.length === 0) lines.push('Không có gì cho tỉnh trên USB / nothing for the hub on this stick');
  lines.push(`${seconds.toFixed(1)} s`);
  return `${lines.join('\n')}\n`;
}

const megabytes = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1);

function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => [...(row[i] ?? '')].length)));
  return rows.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
