/**
 * The recognizer: the process that opens foreign files and reads pages.
 *
 * It holds no key, no database and no network code, so that a malformed file can hurt nothing but itself. It is started as a utilityProcess of
 * Electron (then the shell sends `{ kind: 'connect' }` with a MessagePort) or forked by Node with serialization 'advanced'. The protocol is in
 * `#shared/recognizer/messages`; the service's side is RecognizerClient.
 */
import { acceptLinks } from './link';
import { RecognizerServer } from './server';

/** Long enough for the last answer to leave. */
const END_AFTER_MS = 50;

const server = new RecognizerServer(() => setTimeout(() => process.exit(0), END_AFTER_MS));
acceptLinks((link) => server.serve(link));
