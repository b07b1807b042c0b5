import { ORPCError } from '@orpc/client';
import { AppError, isErrorCode, type ErrorDetails } from '#shared/errors/app-error';
import type { FieldProblem } from '#shared/records/problem';

/** A failure of a call as people are told of it; `problems` names single fields when the code is record.invalid. */
export class CallError extends AppError {
  readonly problems: readonly FieldProblem[];
  constructor(code: AppError['code'], details: ErrorDetails, problems: readonly FieldProblem[], cause?: unknown) {
    super(code, details, cause);
    this.problems = problems;
  }
}

interface AppData {
  code?: unknown;
  details?: ErrorDetails;
  problems?: readonly FieldProblem[];
}

/** What a call failed with. Anything that the service did not mean to say becomes 'internal'. */
export function callError(error: unknown): CallError {
  if (error instanceof CallError) return error;
  if (error instanceof AppError) return new CallError(error.code, error.details, [], error);
  if (error instanceof ORPCError && error.code === 'APP') {
    const { code, details = {}, problems = [] } = error.data as AppData;
    if (typeof code === 'string' && isErrorCode(code)) return new CallError(code, details, problems, error);
  }
  return new CallError('internal', { reference: error instanceof ORPCError ? error.code : 'window' }, [], error);
}
