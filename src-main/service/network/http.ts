/**
 * Node's HTTP, loaded when the first hub or scanner is asked: importing it by name makes Node look at every export of it, WebSocket among
 * them, which is a part of each start.
 */
import type http from 'node:http';
import type https from 'node:https';

export const nodeHttp = (): typeof http => process.getBuiltinModule('node:http');
export const nodeHttps = (): typeof https => process.getBuiltinModule('node:https');
