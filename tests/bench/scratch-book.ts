import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { assembleBook } from '#service/book/assemble-book';
import type { Book } from '#service/book/book';
import { openDatabase } from '#service/store/open';
import { uuid7 } from '#service/store/uuid7';
import { deriveBookKeys, newMasterKey } from '#service/vault/keys';

/** A book, and bare encrypted databases beside it, in a folder that `remove` clears. */
export interface Scratch { readonly book: Book; bare(): Database.Database; remove(): void }

export function scratchBook(): Scratch {
  const dir = mkdtempSync(join(tmpdir(), 'kts-bench-'));
  const keys = deriveBookKeys(newMasterKey());
  const open = (name: string) => openDatabase(join(dir, name), keys.database, { create: true });
  const committee = { id: uuid7(), createdAt: new Date().toISOString(), name: '', partyCommittee: '', province: '', symbol: '', term: '', profile: 'standalone' } as const;
  const book = assembleBook({ dir, db: open('book.db'), keys, user: { id: uuid7(), name: '', title: '' }, committee });
  const others: Database.Database[] = [];
  return {
    book,
    bare: () => {
      const db = open(`bare-${others.length}.db`);
      others.push(db);
      return db;
    },
    remove: () => {
      others.forEach((db) => db.close());
      book.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** The same numbers in the same order for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const syllables = ('đảng ủy chi bộ kiểm tra giám sát kỷ luật tố cáo khiếu nại phản ánh đơn thư quyết định kết luận báo cáo thông báo biên bản đất đai quản lý tài chính ngân sách thu chi quỹ xã phường thôn xóm ' +
  'ông bà đồng chí bí thư phó chủ tịch ủy viên trưởng ban nhiệm kỳ hội nghị nghị quyết chương trình kế hoạch thực hiện trách nhiệm vi phạm khuyết điểm ưu điểm nguyên tắc tập trung dân chủ đoàn kết nội bộ học tập làm theo ' +
  'tư tưởng đạo đức phong cách hồ sơ lưu trữ văn bản đến đi ngày tháng năm số ký hiệu trích yếu nơi nhận căn cứ điều lệ quy định hướng dẫn ban thường vụ cấp trên cơ sở trực thuộc đảng viên nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý').split(' ');

/** Text of so many words with a few thousand different ones, common and rare as in real texts. */
export function proseFrom(random: () => number): (words: number) => string {
  const rare = Array.from({ length: 6000 }, () => (syllables[Math.floor(random() * syllables.length)] ?? '') + (syllables[Math.floor(random() * syllables.length)] ?? '').slice(0, 2));
  return (words) => {
    const out: string[] = [];
    for (let i = 0; i < words; i += 1) {
      const u = random();
      out.push((u < 0.85 ? syllables[Math.floor(random() ** 1.6 * syllables.length)] : rare[Math.floor(random() ** 2 * rare.length)]) ?? '');
      if (i % 17 === 16) out.push('.');
    }
    return out.join(' ');
  };
}
