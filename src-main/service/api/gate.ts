import { os } from '@orpc/server';
import { AppError } from '#shared/errors/app-error';
import { may } from '#shared/secrecy/roles';
import { procedures } from '../access/ways-out';
import type { ServiceContext } from './context';

/** Lets a call through only where the role of the signed-in person has what the procedure needs (access/ways-out). */
export const gate = os.$context<ServiceContext>().middleware(async ({ next, path, context }) => {
  const needs = procedures[path.join('.')]?.needs ?? 'read';
  if (needs !== 'nothing' && !may(context.book().book.access.account.role, needs)) throw new AppError('access.denied');
  return next();
});
