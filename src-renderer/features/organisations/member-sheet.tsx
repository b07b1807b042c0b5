import type { RecordView } from '#shared/contract/window/common';
import { Life, type OwnDay } from './life';
import { useOrganisationWords } from './words';

interface Stay {
  readonly organisation?: string;
  readonly from?: string;
}

/** The whole file of a member: the days of the Party life, then all that the committee had to do with this person. */
export function MemberSheet({ record, titles }: { record: RecordView; titles: Readonly<Record<string, string>> }) {
  const say = useOrganisationWords();
  const { admittedOn, officialOn, cellHistory } = record.values;
  const own: OwnDay[] = [
    ...(typeof admittedOn === 'string' ? [{ day: admittedOn, text: say('admitted') }] : []),
    ...(typeof officialOn === 'string' ? [{ day: officialOn, text: say('official') }] : []),
    ...((cellHistory ?? []) as readonly Stay[]).flatMap(({ organisation, from }) =>
      organisation && from ? [{ day: from, text: say('cellFrom', { cell: titles[organisation] ?? '…' }) }] : [],
    ),
  ];
  return <Life type="partyMember" id={record.id} own={own} />;
}
