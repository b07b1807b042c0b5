/** The service of the build for measuring: as the real one, but its office begins with the book whose key the benchmark laid beside it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openBook } from '#service/book/open-book';
import { createOffice } from '#service/office/office';
import { serve } from '#service/serve';
import { Secret } from '#service/vault/secret';
import { keyName } from '../key-file';
import { say } from './say';

say({ service: performance.timeOrigin, serviceLoaded: Date.now() });
const dataDir = process.env.KTS_DATA_DIR ?? '';
const book = await openBook(join(dataDir, 'office'), { masterKey: new Secret(readFileSync(join(dataDir, keyName))) });
say({ bookOpen: Date.now() });
serve((dir, startRecognizer) => createOffice(dir, startRecognizer, { name: 'office', book }));
