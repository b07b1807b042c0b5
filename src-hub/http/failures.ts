import { HubFailure } from '../failure';

export const codeOf = (error: unknown): string | undefined => (error instanceof Error && 'code' in error ? String(error.code) : undefined);

/** PostgreSQL is not there or on its way down or up; Node's codes for a broken connection. */
const withoutDatabase = /^(57P0[1-5]|08\w{3}|53300|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/;
const retrySeconds = 5;

/** What a request is answered with after `error`. Only what is named here is told; everything else is `internal`. */
export function asFailure(error: unknown): HubFailure {
  if (error instanceof HubFailure) return error;
  const code = codeOf(error);
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new HubFailure(413, 'too-large');
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === '53100') return new HubFailure(507, 'disk-full');
  if (code && withoutDatabase.test(code)) return new HubFailure(503, 'internal', 'database', retrySeconds);
  if (error instanceof Error && /connection terminated|timeout exceeded when trying to connect/i.test(error.message))
    return new HubFailure(503, 'internal', 'database', retrySeconds);
  if (error instanceof Error && error.name === 'ZodError') return new HubFailure(400, 'bad-request');
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  return status >= 400 && status < 500 ? new HubFailure(status, 'bad-request') : new HubFailure(500, 'internal');
}
