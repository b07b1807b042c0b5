/** Size and place of the window, kept in the profile between starts. A damaged or missing note means the usual size. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type BrowserWindow, type Rectangle, app, screen } from 'electron';
import * as z from 'zod/mini';

/** In CSS pixels. Below it the layout has no place for a list beside a record. */
export const smallest = { width: 900, height: 560 };
const usual = { width: 1366, height: 768 };

const schema = z.object({ x: z.int(), y: z.int(), width: z.int(), height: z.int(), maximized: z.boolean() });
type Note = z.infer<typeof schema>;

const file = () => join(app.getPath('userData'), 'window.json');

const read = (): Note | null => {
  try {
    return schema.parse(JSON.parse(readFileSync(file(), 'utf8')));
  } catch {
    return null;
  }
};

/** Whether the title bar would lie on a screen that is connected now. */
const onScreen = ({ x, y, width }: Rectangle): boolean => {
  const { workArea } = screen.getDisplayMatching({ x, y, width, height: 40 });
  return (
    x + width > workArea.x + 100 && x < workArea.x + workArea.width - 100 && y >= workArea.y - 10 && y < workArea.y + workArea.height - 40
  );
};

export const restoredBounds = (): { bounds: Partial<Rectangle>; maximized: boolean } => {
  const note = read();
  if (note === null) return { bounds: usual, maximized: false };
  const { maximized, ...place } = note;
  const size = { width: Math.max(place.width, smallest.width), height: Math.max(place.height, smallest.height) };
  return { bounds: onScreen(place) ? { ...place, ...size } : size, maximized };
};

export const rememberBounds = (window: BrowserWindow): void => {
  window.on('close', () => {
    const note: Note = { ...window.getNormalBounds(), maximized: window.isMaximized() };
    try {
      mkdirSync(dirname(file()), { recursive: true });
      writeFileSync(`${file()}.part`, JSON.stringify(note));
      renameSync(`${file()}.part`, file());
    } catch {
      // A full disk or a locked file must not keep the window from closing; the next start uses the older size.
    }
  });
};
