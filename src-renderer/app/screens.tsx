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
  guide: () => import('../features/guide/guide-screen').then((module) => ({ default: module.GuideScreen })),
  discipline: generic,
  'follow-up': () => import('../features/follow-up/follow-up-screen').then((module) => ({ default: module.FollowUpScreen })),
  tasks: () => import('../features/tasks/tasks-screen').then((module) => ({ default: module.TasksScreen })),
  documents: () => import('../features/documents/documents-screen').then((module) => ({ default: module.DocumentsScreen })),
  organisations: () => import('../features/organisations/organisations-screen').then((module) => ({ default: module.OrganisationsScreen })),
};

const loaded = new Map<Screen, ComponentType>();
const parts = new Map<Screen, ComponentType>();

const load = async (screen: Screen): Promise<{ default: ComponentType }> => {
  const module = await loaders[screen]();
  loaded.set(screen, module.default);
  return module;
};

/**
 * What an address shows; each screen is loaded when it is first opened, or before. One that is there already is shown at once: React
 * keeps the fallback of a lazy part for 300 ms, however soon it comes.
 */
export function screenPart(screen: Screen): ComponentType {
  const part = parts.get(screen) ?? loaded.get(screen) ?? lazy(() => load(screen));
  parts.set(screen, part);
  return part;
}

/** A failure is shown where the screen is. */
const loadAhead = (screen: Screen): void => void load(screen).catch(() => undefined);

/** Loads the screen of the present address while the service is still starting. */
export const loadFirstScreen = (): void => loadAhead(parseRoute(location.hash).screen);

/** Loads the other screens, once the first is there. */
export const loadOtherScreens = (): void => screens.filter((screen) => !loaded.has(screen)).forEach(loadAhead);
