import { rename, writeFile } from 'node:fs/promises';
import type { AgendaItem } from '#shared/contract/window/tasks';

/** Time of day in what people type: '8h30', '14:00', '08.15'. */
const clock = /^(\d{1,2})\s*[h:.]\s*(\d{2})?/i;

/**
 * The agenda as an iCalendar file (RFC 5545): with a time as an event of one hour (written in UTC, Vietnam is seven hours ahead all year), else as a whole day. Titles are those of
 * the agenda; nothing sealed is among them.
 */
export async function calendarText(items: readonly AgendaItem[], name: string): Promise<string> {
  const { default: ical } = await import('ical-generator');
  const calendar = ical({ name, prodId: { company: 'Kiem tra so', product: 'Kiem tra so', language: 'VI' } });
  for (const item of items) {
    const found = clock.exec(item.time.trim());
    const summary = [item.title, item.about].filter(Boolean).join(' · ');
    const start = found
      ? new Date(`${item.day}T${(found[1] ?? '').padStart(2, '0')}:${found[2] ?? '00'}:00+07:00`)
      : new Date(`${item.day}T00:00:00Z`);
    calendar.createEvent({
      id: `${item.id}-${item.kind}-${item.day}`,
      start,
      ...(found ? { end: new Date(start.getTime() + 3_600_000) } : { allDay: true }),
      summary,
      ...(item.place ? { location: item.place } : {}),
      ...(item.person ? { description: item.person } : {}),
    });
  }
  return calendar.toString();
}

/** Writes the file beside its place and then puts it there. */
export async function writeCalendar(path: string, items: readonly AgendaItem[], name: string): Promise<void> {
  const part = `${path}.part`;
  await writeFile(part, await calendarText(items, name), 'utf8');
  await rename(part, path);
}
