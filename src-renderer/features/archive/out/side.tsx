import { useRoute } from '../../../app/navigation';
import type { Place } from '../place';
import { ExportPanel } from './export-panel';
import { closeOut, targetOf } from './out-route';
import { PackagesPanel } from './packages-panel';

/** Whether one of the panels is asked for by the address. */
export const useOutAsked = (): boolean => {
  const { query } = useRoute();
  return query?.out !== undefined || query?.in === '1';
};

/** The panel that the address asks for, in the place of the record. */
export function OutSide({ place }: { place: Place }) {
  const route = useRoute();
  const ask = route.query?.out;
  if (ask === undefined) return <PackagesPanel onClose={() => closeOut(route)} />;
  return <ExportPanel key={ask} target={targetOf(ask, place)} onClose={() => closeOut(route)} />;
}
