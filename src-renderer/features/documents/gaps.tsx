import { Problem } from '../../components/problem';
import { ScreenHead } from '../../components/screen-head';
import panel from '../../components/panel.module.css';
import { service, useQueryOf } from '../../service/use-service';
import work from '../work/work.module.css';
import { useDocumentWords } from './words';

const registers = [
  ['incomingDocument', 'incoming'],
  ['outgoingDocument', 'outgoing'],
  ['petition', 'petitions'],
] as const;

/** Numbers that nobody holds below the highest of their register. */
export function Gaps() {
  const say = useDocumentWords();
  return (
    <div className={work.page}>
      <ScreenHead title={say('gaps')} intro={say('checkHint')} back={{ to: { screen: 'documents' }, text: say('back') }} />
      {registers.map(([type, name]) => (
        <Register key={type} type={type} name={say(name)} />
      ))}
    </div>
  );
}

function Register({ type, name }: { type: (typeof registers)[number][0]; name: string }) {
  const say = useDocumentWords();
  const found = useQueryOf(['records', type, 'gaps'], () => service().registers.gaps({ type }));
  const gaps = found.data?.gaps ?? [];
  return (
    <section className={panel.panel} aria-label={name}>
      <header className={panel.head}>
        <h2>{name}</h2>
        {gaps.length > 0 && <span className={panel.aside}>{say('gapsHint')}</span>}
      </header>
      <div className={panel.body}>
        {found.isError ? (
          <Problem error={found.error} />
        ) : gaps.length === 0 ? (
          <p className={work.quiet}>{found.data ? say('gapsNone') : ''}</p>
        ) : (
          <ul className={work.lines}>
            {gaps.map((gap) => (
              <li key={`${gap.register} ${gap.first}`}>{say(gap.first === gap.last ? 'gap' : 'gapRun', { ...gap })}</li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}
