/** Requests to a scanner in the office's own network: small, bounded in size and time, never following to another host. */
import { permitHub } from '../../network/allow-list';
import { nodeHttp, nodeHttps } from '../../network/http';
import { AppError } from '#shared/errors/app-error';

export interface Reply {
  readonly status: number;
  readonly body: Buffer;
  readonly location: string | undefined;
  readonly retryAfter: number | undefined;
}

const mostBytes = 200 * 1024 * 1024;

export interface Ask {
  readonly method?: 'GET' | 'POST' | 'DELETE';
  readonly body?: string;
  readonly signal?: AbortSignal;
  readonly timeoutMs?: number;
}

/** @throws AppError scanner.offline when nobody answers in time, scanner.failed for an answer beyond all measure */
export function ask(url: URL, { method = 'GET', body, signal, timeoutMs = 15_000 }: Ask = {}): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const offline = (error: unknown) => reject(new AppError('scanner.offline', { address: url.host }, error));
    // Scanners sign their certificate themselves. They stand in the office's own network; no secret is sent to them.
    const options = {
      method,
      signal,
      timeout: timeoutMs,
      rejectUnauthorized: false,
      headers: body ? { 'Content-Type': 'text/xml', 'Content-Length': Buffer.byteLength(body) } : {},
    };
    // A scanner of the office, at the address that a person gave: the one other connection that the allow-list lets through.
    const endPermission = permitHub(url.href);
    const sent = (url.protocol === 'https:' ? nodeHttps() : nodeHttp()).request(url, options, (answer) => {
      const parts: Buffer[] = [];
      let size = 0;
      answer.on('data', (part: Buffer) => {
        size += part.length;
        if (size > mostBytes) {
          answer.destroy();
          reject(new AppError('scanner.failed', { reason: `> ${mostBytes / 1024 / 1024} MB` }));
        } else parts.push(part);
      });
      answer.on('error', offline);
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          body: Buffer.concat(parts),
          location: answer.headers.location,
          retryAfter: answer.headers['retry-after'] === undefined ? undefined : Number(answer.headers['retry-after']),
        }),
      );
    });
    sent.on('timeout', () => sent.destroy(new Error('timeout')));
    sent.on('error', offline);
    sent.on('close', endPermission);
    sent.end(body);
  });
}
