import type { Committee } from '#shared/contract/window/session';
import classes from './unlock.module.css';
import { useUnlockWords } from './words';

/** The cover of the register, with what is printed on it. */
export function Cover({ committee }: { committee: Pick<Committee, 'partyCommittee' | 'province' | 'term'> | undefined }) {
  const say = useUnlockWords();
  return (
    <div className={classes.cover} aria-hidden>
      <div className={classes.coverFrame}>
        <p className={classes.coverUnit}>
          {committee?.province && <span>{say('partyOf', { province: committee.province.toLocaleUpperCase('vi') })}</span>}
          {committee?.partyCommittee && <span>{committee.partyCommittee.toLocaleUpperCase('vi')}</span>}
          <strong>{say('committee')}</strong>
          <span>*</span>
        </p>
        <div className={classes.coverTitle}>
          <strong>{say('coverApp')}</strong>
          <hr />
          <span>{say('cover1')}</span>
          <span>{say('cover2')}</span>
        </div>
        <p className={classes.coverTerm}>{committee?.term ? say('coverTerm', { term: committee.term }) : ' '}</p>
      </div>
    </div>
  );
}
