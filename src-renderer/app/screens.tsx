import { type ComponentType, lazy } from 'react';
import { parseRoute, type Screen, screens } from './route';

const generic = () => import('../features/generic/generic-screen').then((module) => ({ default: module.GenericScreen }));

const loaders: Readonly<Record<Screen, () => Promise<{ default: ComponentType }>>> = {
  overview: () => import('../features/overview/overview-screen').then((module) => ({ default: module.OverviewScreen })),
  petitions: () => import('../features/petitions/petitions-screen').then((module) => ({ default: module.PetitionsScreen })),
  cases: () => import('../features/cases/cases-screen').then((module) => ({ default: module.CasesScreen })),
  archive: () => import('../features/archive/archive-screen').then((module) => ({ default: module.ArchiveScreen })),
  pages: () => import('../features/pages/pages-screen').then((module) => ({ default: module.PagesScreen })),
  search: () => import('../features/search/search-screen').then((module) => ({ default: module.SearchScreen })),
  sync: () => import('../features/sync/sync-screen').then((module) => ({ default: module.SyncScreen })),
  settings: () => import('../features/settings/settings-screen').then((module) => ({ default: module.SettingsScreen })),
  reports: () => import('../features/reports/reports-screen').then((module) => ({ default: module.ReportsScreen })),
  discipline: generic,
  'follow-up': generic,
  tasks: generic,
  documents: generic,
  organisations: generic,
};

const part = (screen: Screen): [Screen, ComponentType] => [screen, lazy(loaders[screen])];

/** What each address shows; each screen is loaded when it is first opened. */
export const screenParts = Object.fromEntries(screens.map(part)) as Readonly<Record<Screen, ComponentType>>;

/** Loads the screen of the present address while the service is still starting. A failure is shown where the screen is. */
export const loadFirstScreen = (): void => void loaders[parseRoute(location.hash).screen]().catch(() => undefined);
