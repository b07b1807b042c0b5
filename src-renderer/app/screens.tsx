import { type ComponentType, lazy } from 'react';
import type { Screen } from './route';

const generic = () => import('../features/generic/generic-screen').then((module) => ({ default: module.GenericScreen }));

/** What each address shows; each screen is loaded when it is first opened. */
export const screenParts: Readonly<Record<Screen, ComponentType>> = {
  overview: lazy(() => import('../features/overview/overview-screen').then((module) => ({ default: module.OverviewScreen }))),
  petitions: lazy(() => import('../features/petitions/petitions-screen').then((module) => ({ default: module.PetitionsScreen }))),
  cases: lazy(() => import('../features/cases/cases-screen').then((module) => ({ default: module.CasesScreen }))),
  archive: lazy(() => import('../features/archive/archive-screen').then((module) => ({ default: module.ArchiveScreen }))),
  pages: lazy(() => import('../features/pages/pages-screen').then((module) => ({ default: module.PagesScreen }))),
  search: lazy(() => import('../features/search/search-screen').then((module) => ({ default: module.SearchScreen }))),
  sync: lazy(() => import('../features/sync/sync-screen').then((module) => ({ default: module.SyncScreen }))),
  settings: lazy(() => import('../features/settings/settings-screen').then((module) => ({ default: module.SettingsScreen }))),
  reports: lazy(() => import('../features/reports/reports-screen').then((module) => ({ default: module.ReportsScreen }))),
  discipline: lazy(generic),
  'follow-up': lazy(generic),
  tasks: lazy(generic),
  documents: lazy(generic),
  organisations: lazy(generic),
};
