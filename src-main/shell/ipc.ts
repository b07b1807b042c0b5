/**
 * The only place that listens to the window. A message counts only when it comes from the main frame of our own page and its
 * arguments fit the schema; anything else is dropped. Lint forbids `ipcMain` elsewhere.
 */
import { type IpcMainEvent, type IpcMainInvokeEvent, type WebContents, ipcMain } from 'electron';
import type * as z from 'zod/mini';
import { isWindowUrl } from './window-address';

type Sender = Pick<IpcMainEvent | IpcMainInvokeEvent, 'senderFrame' | 'sender'>;

/** Whether a message comes from the main frame of our page. A frame that is gone by now has no address and is refused. */
const isOurPage = ({ senderFrame, sender }: Sender): boolean =>
  senderFrame !== null && senderFrame === sender.mainFrame && isWindowUrl(senderFrame.url);

/** One-way message. */
export const listen = <T>(channel: string, schema: z.ZodMiniType<T>, handler: (value: T, sender: WebContents) => void): void => {
  ipcMain.on(channel, (event, value: unknown) => {
    const parsed = schema.safeParse(value);
    if (isOurPage(event) && parsed.success) handler(parsed.data, event.sender);
  });
};

/** Question with an answer. A refused question fails in the window without saying why. */
export const answer = <T, R>(channel: string, schema: z.ZodMiniType<T>, handler: (value: T, sender: WebContents) => Promise<R>): void => {
  ipcMain.handle(channel, (event, value: unknown) => {
    const parsed = schema.safeParse(value);
    if (!isOurPage(event) || !parsed.success) throw new Error('refused');
    return handler(parsed.data, event.sender);
  });
};
