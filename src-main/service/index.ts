/** Entry of the data service in its utilityProcess: everything of the office that is not window lives here. */
import { RPCHandler } from '@orpc/server/message-port';
import type { ServiceContext } from './api/context';
import { windowRouter } from './api/index';
import { serveImages } from './archive/serve-images';
import { createOffice } from './office/office';
import { connectToShell } from './transport/parent-port';

const shell = connectToShell();
const dataDir = process.env.KTS_DATA_DIR;
if (shell === null || dataDir === undefined) throw new Error('the service is started by the application; use kts without a window');

const office = createOffice(dataDir, shell.startRecognizer);
const handler = new RPCHandler<ServiceContext>(windowRouter);

shell.onRpcPort((port) => {
  handler.upgrade(port, { context: { office, book: () => office.open() } });
  port.start();
});
shell.onImagePort((port) => serveImages(port, () => office.open().archive));
shell.onShutdown(() => void office.close().finally(() => process.exit(0)));
