/** Entry of the data service in its utilityProcess: everything of the office that is not window lives here. */
import { RPCHandler } from '@orpc/server/message-port';
import { windowRouter } from './api/index';
import { createOffice } from './office/office';
import { serveImages } from './archive/serve-images';
import { parentPort } from './transport/parent-port';

const dataDir = process.env.KTS_DATA_DIR;
if (dataDir === undefined) throw new Error('KTS_DATA_DIR is not set');

const link = parentPort();
const office = createOffice(dataDir, () => link.startRecognizer());
const handler = new RPCHandler(windowRouter);

link.onRpcPort((port) => {
  handler.upgrade(port, { context: { office, book: () => office.open() } });
  port.start();
});
link.onImagePort((port) => serveImages(port, () => office.open().archive));
link.onShutdown(() => void office.close().finally(() => process.exit(0)));
