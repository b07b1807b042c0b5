import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ConflictSide } from '#shared/contract/window/sync';
import type { Field } from '#shared/records/field';
import { recordType } from '#shared/records/registry';
import type { RecordTypeName } from '#shared/records/record-type-name';
import { Chip } from '../../components/chip';
import { momentText } from '../../components/day';
import { FieldValue, isFilled } from '../../components/field-value';
import { valueText } from '../../components/value-text';
import { useLanguage } from '../../i18n/words';
import { Compared } from './compared';
import classes from './versions.module.css';
import { placeAndPerson, type Version } from './versions';
import { useReviewWords } from './words';

type Titles = Readonly<Record<string, string>>;

/** One version of a field: who, where and when, what it says, what its author did not know, and the button that keeps it. */
export function VersionCard({
  type,
  field,
  version,
  other,
  unaware,
  titles,
  inUse,
  act,
}: {
  type: RecordTypeName;
  field: Field | undefined;
  version: Version;
  other: Version;
  /** What the author of this version had not seen. */
  unaware: ConflictSide['unaware'];
  titles: Titles;
  inUse: boolean;
  act: { text: string; keycap: string; run: () => void };
}) {
  const say = useReviewWords();
  const language = useLanguage();
  const { side } = version;
  const person = placeAndPerson(side, say);
  return (
    <section className={classes.version} aria-label={`${person}: ${field?.label[language] ?? ''}`}>
      <header>
        <b>{person}</b>
        {inUse && <Chip tone="neutral">{say('inUse')}</Chip>}
        <span>{say('changedAt', { at: momentText(side.at) })}</span>
      </header>
      <div className={classes.value}>
        <ReviewedValue field={field} value={side.value} other={other.side.value} titles={titles} />
      </div>
      <Unaware type={type} changes={unaware} titles={titles} />
      <Button variant="default" fullWidth onClick={act.run} rightSection={<kbd className={classes.key}>{act.keycap}</kbd>}>
        {act.text}
      </Button>
    </section>
  );
}

/** The value with what differs from the other version marked. */
export function ReviewedValue({
  field,
  value,
  other,
  titles,
}: {
  field: Field | undefined;
  value: unknown;
  other: unknown;
  titles: Titles;
}): ReactNode {
  const say = useReviewWords();
  const language = useLanguage();
  if (!isFilled(value))
    return <mark>{say(field?.kind === 'list' && isFilled(other) && !Array.isArray(other) ? 'takenOut' : 'empty')}</mark>;
  if (field === undefined) return <mark>{String(value)}</mark>;
  if (field.kind === 'sealed')
    return (
      <span className={classes.sealed}>
        <IconLock size="0.875rem" aria-hidden /> {say('sealed')}
      </span>
    );
  if (field.kind === 'list') return <FieldValue field={field} value={Array.isArray(value) ? value : [value]} titles={titles} />;
  const text = valueText(field, value, language, titles);
  if (field.kind !== 'text' && field.kind !== 'longText') return <mark>{text}</mark>;
  return <Compared text={text} other={valueText(field, other, language, titles)} />;
}

/** What an author had not seen of the other side's changes; nothing where there is nothing. */
export function Unaware({
  type,
  changes,
  titles,
}: {
  type: RecordTypeName;
  changes: readonly { field: string; value: unknown }[];
  titles: Titles;
}) {
  const say = useReviewWords();
  const language = useLanguage();
  const { fields } = recordType(type);
  if (changes.length === 0) return null;
  return (
    <div className={classes.unaware}>
      <p>{say('unaware')}</p>
      <dl>
        {changes.map(({ field: name, value }) => {
          const field = fields[name];
          const text =
            field === undefined || !isFilled(value)
              ? say('empty')
              : field.kind === 'sealed'
                ? say('sealed')
                : valueText(field, value, language, titles);
          return (
            <div key={name}>
              <dt>{field?.label[language] ?? name}</dt>
              <dd>{text}</dd>
            </div>
          );
        })}
      </dl>
    </div>
  );
}
