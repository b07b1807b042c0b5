/**
 * What the window may ask of the service: the whole surface between them. Both ends check every message with these
 * schemas. Failures that people can do something about arrive as `defined` errors with data {code, details, problems}.
 */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { archive } from './archive';
import { cases } from './cases';
import { backup } from './backup';
import { courier } from './courier';
import { events } from './events';
import { out } from './out';
import { followUp } from './follow-up';
import { registers } from './registers';
import { petitions } from './petitions';
import { bulk } from './bulk';
import { finding } from './finding';
import { lists } from './lists';
import { quality } from './quality';
import { papers } from './papers';
import { records } from './records';
import { retention } from './retention';
import { rules } from './rules';
import { search } from './search';
import { security } from './security';
import { session } from './session';
import { settings } from './settings';
import { branches } from './branches';
import { statistics } from './statistics';
import { scanners } from './scanners';
import { sheetImport } from './sheet-import';
import { sync } from './sync';
import { tasks } from './tasks';
import { undo } from './undo';
import { update } from './update';
import { verification } from './verification';
import { work } from './work';

export const appErrorDataSchema = z.object({
  code: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
  /** Problems of single fields, when the code is record.invalid. */
  problems: z.array(z.record(z.string(), z.unknown())).default([]),
});

export const windowContract = oc.errors({ APP: { data: appErrorDataSchema } }).router({
  session,
  security,
  backup,
  records,
  work,
  statistics,
  branches,
  papers,
  archive,
  sheetImport,
  scanners,
  out,
  search,
  sync,
  courier,
  settings,
  update,
  events,
  petitions,
  cases,
  followUp,
  tasks,
  rules,
  registers,
  verification,
  quality,
  bulk,
  finding,
  retention,
  lists,
  undo,
});
export type WindowContract = typeof windowContract;
