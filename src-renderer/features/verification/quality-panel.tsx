import { Button, NumberInput, Select } from '@mantine/core';
import { useState } from 'react';
import type { QualityRate, QualityRound, QualitySettings } from '#shared/contract/window/quality';
import { codeLabel, codeList } from '#shared/rules/code-lists/index';
import { navigate } from '../../app/navigation';
import { askLeave } from '../../app/leave';
import { notice, noticeOfFailure } from '../../app/notices';
import { Chip } from '../../components/chip';
import { momentText } from '../../components/day';
import { Empty } from '../../components/empty';
import { Problem } from '../../components/problem';
import { useLanguage } from '../../i18n/words';
import { queries } from '../../service/queries';
import { service, useQueryOf } from '../../service/use-service';
import { numberText } from '../format';
import { entryOf, fieldOf } from './entry';
import { useQualityWords } from './quality-words';
import classes from './verification.module.css';
import { useVerificationWords } from './words';

const fresh = () => queries.invalidateQueries({ queryKey: ['archive'] });

/** Kiểm tra chất lượng: shares, draws, rounds, rates and the error log. */
export function QualityPanel() {
  const say = useQualityWords();
  const settings = useQueryOf(['archive', 'quality', 'settings'], () => service().quality.settings());
  const rounds = useQueryOf(['archive', 'quality', 'rounds'], () => service().quality.rounds());
  const failed = settings.error ?? rounds.error;
  if (failed) return <Problem error={failed} retry={() => void fresh()} />;
  if (!settings.data || !rounds.data) return <div aria-busy="true" />;
  return (
    <div className={classes.part}>
      <p className={classes.quiet}>{say('intro')}</p>
      <div className={classes.columns}>
        <Shares key={JSON.stringify(settings.data)} settings={settings.data} />
        <Draw />
      </div>
      <h2>{say('rounds')}</h2>
      {rounds.data.rounds.length === 0 ? (
        <Empty title={say('noRounds')} hint={say('noRoundsHint')} />
      ) : (
        <Rounds rounds={rounds.data.rounds} />
      )}
      <Report />
      <ErrorLog />
    </div>
  );
}

function Shares({ settings }: { settings: QualitySettings }) {
  const say = useQualityWords();
  const [typed, setTyped] = useState(settings);
  const field = (name: keyof QualitySettings, label: string, max: number) => (
    <NumberInput
      label={label}
      className={classes.numberField ?? ''}
      min={name === 'acceptedPermille' ? 0 : 1}
      max={max}
      allowDecimal={false}
      hideControls
      value={typed[name]}
      onChange={(value) => setTyped({ ...typed, [name]: Number(value) })}
    />
  );
  const save = () =>
    service()
      .quality.setSettings(typed)
      .then(() => {
        notice(say('saved'));
        return fresh();
      })
      .catch(noticeOfFailure);
  return (
    <section className={classes.group} aria-label={say('settings')}>
      <h2>{say('settings')}</h2>
      <div className={classes.row}>
        {field('v2Percent', say('v2'), 100)}
        {field('v3Percent', say('v3'), 100)}
        {field('acceptedPermille', say('accepted'), 1000)}
        <Button variant="default" onClick={() => void save()}>
          {say('save')}
        </Button>
      </div>
    </section>
  );
}

function Draw() {
  const say = useQualityWords();
  const sayPlace = useVerificationWords();
  const language = useLanguage();
  const boxes = useQueryOf(['archive', 'verify', 'boxes'], () => service().verification.boxes());
  const [level, setLevel] = useState<'V2' | 'V3'>('V2');
  const [place, setPlace] = useState<string | null>(null);
  const choices = (boxes.data?.boxes ?? []).filter((box) => box.fondsId !== null && box.checked > 0);
  const box = choices.find(({ key }) => key === place) ?? choices[0];
  const draw = () => {
    if (!box || box.fondsId === null) return;
    service()
      .quality.draw({ level, scope: { fondsId: box.fondsId, term: box.term, box: box.box } })
      .then(({ drawn, population }) => {
        notice(say('drawn', { drawn, population }));
        return fresh();
      })
      .catch(noticeOfFailure);
  };
  return (
    <section className={classes.group} aria-label={say('draw')}>
      <h2>{say('draw')}</h2>
      <div className={classes.row}>
        <Select
          label={say('level')}
          className={classes.numberField ?? ''}
          allowDeselect={false}
          data={(['V2', 'V3'] as const).map((value) => ({ value, label: codeLabel('qualityLevel', value, language) }))}
          value={level}
          onChange={(value) => setLevel(value === 'V3' ? 'V3' : 'V2')}
        />
        <Select
          label={say('place')}
          style={{ flex: 1, minWidth: '14rem' }}
          allowDeselect={false}
          data={choices.map(({ key, fonds, term, box: number, checked }) => ({
            value: key,
            label: `${[fonds, term, number ? sayPlace('box', { box: number }) : sayPlace('noBox')].filter(Boolean).join(', ')} (${checked})`,
          }))}
          value={box?.key ?? null}
          onChange={setPlace}
        />
        <Button disabled={!box} onClick={draw}>
          {say('drawAct')}
        </Button>
      </div>
    </section>
  );
}

function Rounds({ rounds }: { rounds: readonly QualityRound[] }) {
  const say = useQualityWords();
  const language = useLanguage();
  const close = (round: QualityRound) =>
    service()
      .quality.close({ roundId: round.id })
      .then(({ state, title }) => {
        notice(say(state === 'TRA_LAI' ? 'closedBack' : 'closedGood', { title }));
        return fresh();
      })
      .catch(noticeOfFailure);
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{say('columnRound')}</th>
            <th scope="col" className={classes.number}>
              {say('columnDrawn')}
            </th>
            <th scope="col" className={classes.number}>
              {say('columnChecked')}
            </th>
            <th scope="col" className={classes.number}>
              {say('columnErrors')}
            </th>
            <th scope="col" className={classes.number}>
              {say('columnRate')}
            </th>
            <th scope="col">{say('columnState')}</th>
            <th scope="col">
              <span className="visually-hidden">{say('columnAct')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rounds.map((round) => (
            <tr key={round.id}>
              <th scope="row">
                <b>{round.title}</b>
                <span>{say('seed', { seed: round.seed, percent: round.percent, at: momentText(round.drawnAt), by: round.drawnBy })}</span>
              </th>
              <td className={classes.number}>
                {round.drawn}/{round.population}
              </td>
              <td className={classes.number}>{round.checked}</td>
              <td className={classes.number}>
                {round.errors}/{round.fields}
              </td>
              <td className={classes.number}>
                <b className={round.permille !== null && round.permille > round.acceptedPermille ? classes.bad : ''}>
                  {round.permille === null ? '' : say('rate', { rate: numberText(round.permille, language, 1) })}
                </b>
                <span>{say('limit', { rate: round.acceptedPermille })}</span>
              </td>
              <td>
                <Chip tone={round.state === 'DAT' ? 'good' : round.state === 'TRA_LAI' ? 'bad' : 'neutral'}>
                  {codeLabel('qualityState', round.state, language)}
                </Chip>
              </td>
              <td className={classes.acts}>
                {round.state === 'DANG_KIEM' &&
                  (round.checked < round.drawn ? (
                    <Button
                      variant="default"
                      aria-label={say('checkRound', { title: round.title })}
                      onClick={() => navigate({ screen: 'pages', query: { view: 'work', round: round.id } })}
                    >
                      {say('check')}
                    </Button>
                  ) : (
                    <Button variant="default" aria-label={say('closeRound', { title: round.title })} onClick={() => void close(round)}>
                      {say('close')}
                    </Button>
                  ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Report() {
  const say = useQualityWords();
  const report = useQueryOf(['archive', 'quality', 'report'], () => service().quality.report());
  if (!report.data) return <div aria-busy="true" />;
  const { people, places, kinds, machine } = report.data;
  return (
    <>
      <h2>{say('report')}</h2>
      <div className={classes.columns}>
        <Rates title={say('people')} rates={people} />
        <Rates title={say('places')} rates={places} />
        <Rates title={say('kinds')} rates={kinds} />
        <Rates title={say('machine')} rates={machine} />
      </div>
    </>
  );
}

function Rates({ title, rates }: { title: string; rates: readonly QualityRate[] }) {
  const say = useQualityWords();
  const language = useLanguage();
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {rates.length === 0 ? (
        <p className={classes.quiet}>{say('nothing')}</p>
      ) : (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{say('columnName')}</th>
              <th scope="col" className={classes.number}>
                {say('columnDocuments')}
              </th>
              <th scope="col" className={classes.number}>
                {say('columnErrors')}
              </th>
              <th scope="col" className={classes.number}>
                {say('columnRate')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rates.map((rate) => (
              <tr key={rate.name}>
                <th scope="row">{rate.name || say('nobody')}</th>
                <td className={classes.number}>{rate.documents}</td>
                <td className={classes.number}>{rate.fields > 0 ? `${rate.errors}/${rate.fields}` : rate.errors}</td>
                <td className={classes.number}>
                  {rate.permille === null ? '' : say('rate', { rate: numberText(rate.permille, language, 1) })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function ErrorLog() {
  const say = useQualityWords();
  const language = useLanguage();
  const log = useQueryOf(['archive', 'quality', 'errors'], () => service().quality.errors({ limit: 200 }));
  if (!log.data) return null;
  const setKind = (checkId: string, itemId: string, kind: string | null) => {
    if (kind !== null) service().quality.setKind({ checkId, itemId, kind }).then(fresh).catch(noticeOfFailure);
  };
  const copy = async () => {
    const { rows, documentIds } = await service().quality.table();
    await askLeave('clipboard', documentIds, say('log'));
    const text = rows.map((row) => row.map((cell) => String(cell ?? '').replace(/[\t\n]/g, ' ')).join('\t')).join('\n');
    await navigator.clipboard.writeText(text);
    notice(say('copied'));
  };
  const show = (name: string, value: string) => (value === '' ? say('empty') : entryOf(name, value, language));
  return (
    <>
      <div className={classes.sectionHead}>
        <h2>{say('log')}</h2>
        <Button variant="default" onClick={() => void copy().catch(noticeOfFailure)}>
          {say('copy')}
        </Button>
      </div>
      {log.data.errors.length === 0 ? (
        <p className={classes.quiet}>{say('logEmpty')}</p>
      ) : (
        <div className={classes.scroll}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{say('columnDocument')}</th>
                <th scope="col">{say('columnFrom')}</th>
                <th scope="col">{say('columnTo')}</th>
                <th scope="col">{say('columnKind')}</th>
                <th scope="col">{say('columnWho')}</th>
              </tr>
            </thead>
            <tbody>
              {log.data.errors.map((one) => {
                const field = fieldOf(one.field)?.label[language] ?? one.field;
                return (
                  <tr key={one.itemId}>
                    <th scope="row">
                      <b>{one.document}</b>
                      <span>
                        {field}, {one.level}, {momentText(one.at)}
                      </span>
                    </th>
                    <td>{show(one.field, one.from)}</td>
                    <td>{show(one.field, one.to)}</td>
                    <td>
                      <Select
                        aria-label={say('kindOf', { field })}
                        allowDeselect={false}
                        data={codeList('qualityErrorKind').items.map((item) => ({ value: item.code, label: item.label[language] }))}
                        value={one.kind}
                        onChange={(kind) => setKind(one.checkId, one.itemId, kind)}
                      />
                    </td>
                    <td>{[one.foundBy, one.madeBy || say('nobody')].join(', ')}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
