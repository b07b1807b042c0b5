import type { Overview } from '#shared/contract/window/work';
import { Panel } from '../../components/panel';
import { openRecord } from '../open-record';
import panel from '../../components/panel.module.css';
import tone from '../../components/tone.module.css';
import classes from './hot-spots.module.css';
import { useOverviewWords } from './words';

/** Which organisations most petitions and cases are about. */
export function HotSpots({ spots }: { spots: Overview['hotSpots'] }) {
  const say = useOverviewWords();
  const ordered = spots.toSorted((a, b) => b.cases + b.petitions - a.cases - a.petitions);
  const highest = Math.max(1, ...spots.map((spot) => spot.cases + spot.petitions));
  const legend = (
    <span className={classes.legend}>
      <span className={classes.keyCases}>{say('cases')}</span>
      <span className={classes.keyPetitions}>{say('petitions')}</span>
    </span>
  );
  return (
    <Panel flush title={say('hotSpots')} aside={spots.length > 0 ? legend : undefined}>
      {spots.length === 0 ? (
        <p className={panel.none}>{say('hotSpotsNone')}</p>
      ) : (
        <div className={classes.spots}>
          <ul>
            {ordered.map((spot) => (
              <li key={spot.id}>
                <button type="button" className={classes.spot} onClick={() => void openRecord('organisation', spot.id)}>
                  <span className={classes.spotName}>
                    {spot.title}
                    {spot.lateDuties > 0 && <small className={tone.bad}> {say('spotLate', { count: spot.lateDuties })}</small>}
                  </span>
                  <span
                    className={classes.spotBar}
                    role="img"
                    aria-label={`${spot.cases} ${say('cases')}, ${spot.petitions} ${say('petitions')}`}
                  >
                    <span className={classes.spotCases} style={{ width: `${(spot.cases / highest) * 100}%` }} />
                    <span className={classes.spotPetitions} style={{ width: `${(spot.petitions / highest) * 100}%` }} />
                  </span>
                  <b>{spot.cases + spot.petitions}</b>
                </button>
              </li>
            ))}
          </ul>
          <p className={classes.note}>{say('hotSpotsNote')}</p>
        </div>
      )}
    </Panel>
  );
}
