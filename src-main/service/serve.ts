/** Serves an office to the shell that started this process, and through it to the windows. */
import { RPCHandler } from '@orpc/server/message-port';
import type { ServiceContext } from './api/context';
import { windowRouter } from './api/index';
import { serveImages } from './archive/serve-images';
import { closeNetwork } from './network/allow-list';
import type { Office } from './office/office';
import { connectToShell } from './transport/parent-port';
import type { StartRecognizer } from './transport/recognizer-link';
import type { OsStore } from './vault/os-store';

/**
 * Call it before the next turn of the event loop, see connectToShell.
 * @param makeOffice makes the office of the data folder that the shell names
 */
export function serve(
  makeOffice: (dataDir: string, startRecognizer: StartRecognizer, opened: undefined, osStore: OsStore) => Office,
): void {
  const shell = connectToShell();
  const dataDir = process.env.KTS_DATA_DIR;
  if (shell === null || dataDir === undefined) throw new Error('the service is started by the application; use kts without a window');

  closeNetwork();
  const office = makeOffice(dataDir, shell.startRecognizer, undefined, shell.osStore);
  const handler = new RPCHandler<ServiceContext>(windowRouter);

  shell.onRpcPort((port) => {
    handler.upgrade(port, { context: { office, book: () => office.open() } });
    port.start();
  });
  shell.onImagePort((port) => serveImages(port, () => office.open().archive));
  shell.onPower(office.power);
  shell.onLock(() => void office.lock());
  shell.onShutdown(() => void office.close().finally(() => process.exit(0)));
}
