/** Answers what the window asks of the shell, see ShellApi. */
import { BrowserWindow, MessageChannelMain, dialog } from 'electron';
import * as z from 'zod/mini';
import { pickPurposes } from '#shared/contract/shell-api';
import { channels } from '#shared/contract/shell-channels';
import { pickDialog, saveDialog } from './dialogs';
import { answer, listen } from './ipc';
import type { ServiceHost } from './service-host';
import { startUpdate } from './update/start-guard';

export const answerWindow = (service: ServiceHost, dataDir: string): void => {
  listen(channels.connect, z.literal('rpc'), (kind, sender) => {
    const { port1, port2 } = new MessageChannelMain();
    // Without a service the port closes at once; the window asks again when told that the service is up.
    if (!service.connect(kind, port1)) port1.close();
    sender.postMessage(channels.port, kind, [port2]);
  });

  listen(channels.serviceStateNow, z.undefined(), (_nothing, sender) => sender.send(channels.serviceState, service.state()));
  service.onState((state) => {
    for (const window of BrowserWindow.getAllWindows()) window.webContents.send(channels.serviceState, state);
  });

  answer(channels.startUpdate, z.undefined(), () => startUpdate(dataDir));

  listen(channels.protectScreen, z.boolean(), (on, sender) => BrowserWindow.fromWebContents(sender)?.setContentProtection(on));

  answer(channels.pickFiles, z.strictObject({ purpose: z.literal(pickPurposes) }), async ({ purpose }, sender) => {
    const window = BrowserWindow.fromWebContents(sender);
    const { canceled, filePaths } = window ? await dialog.showOpenDialog(window, pickDialog(purpose)) : { canceled: true, filePaths: [] };
    return canceled ? [] : filePaths;
  });

  answer(
    channels.saveFile,
    z.strictObject({ defaultName: z.string().check(z.minLength(1), z.maxLength(200)) }),
    async ({ defaultName }, sender) => {
      const window = BrowserWindow.fromWebContents(sender);
      const { canceled, filePath } = window
        ? await dialog.showSaveDialog(window, saveDialog(defaultName))
        : { canceled: true, filePath: '' };
      return canceled ? null : filePath;
    },
  );
};
