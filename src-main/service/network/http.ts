/**
 * Node's HTTP, loaded when the first hub or scanner is asked: importing it by name makes Node look at every export of it, WebSocket among
 * them, which is a tenth of what loading the service takes.
 */
export const nodeHttp = (): typeof import('node:http') => process.getBuiltinModule('node:http');
export const nodeHttps = (): typeof import('node:https') => process.getBuiltinModule('node:https');
