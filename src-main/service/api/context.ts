import { implement } from '@orpc/server';
import { windowContract } from '#shared/contract/window/index';
import type { Office } from '../office/office';
import type { OpenBook } from '../office/open-book';
import { failures } from './failures';
import { gate } from './gate';
import { step } from './step';

/** What every handler of the window's contract is given. */
export interface ServiceContext {
  readonly office: Office;
  /** The open book with its parts. Throws AppError 'vault.locked' when none is open. */
  book(): OpenBook;
}

/** The contract, to be implemented area by area; each area lives in the file of its name. */
export const windowApi = implement(windowContract).$context<ServiceContext>().use(failures).use(gate).use(step);
export type WindowApi = typeof windowApi;
