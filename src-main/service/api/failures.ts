import { randomUUID } from 'node:crypto';
import { os, ORPCError } from '@orpc/server';
import { AppError } from '#shared/errors/app-error';

/**
 * Turns what handlers throw into what the window understands. A failure that people can do something about keeps its code;
 * anything else is a defect: it is logged here with a reference and reaches the window as 'internal' with that reference only.
 */
export const failures = os.middleware(async ({ next }) => {
  try {
    return await next();
  } catch (error) {
    if (error instanceof AppError) throw appFailure(error);
    if (error instanceof ORPCError || isAbort(error)) throw error;
    const reference = randomUUID().slice(0, 8);
    console.error(`[${reference}]`, error);
    throw appFailure(new AppError('internal', { reference }, error));
  }
});

const isAbort = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError';

function appFailure(error: AppError): Error {
  const problems = 'problems' in error && Array.isArray(error.problems) ? error.problems : [];
  return new ORPCError('APP', {
    defined: true,
    status: 422,
    message: error.code,
    data: { code: error.code, details: error.details, problems },
  });
}
