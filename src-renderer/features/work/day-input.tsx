import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { today } from '../../components/day';
import { readDay, showDay } from '../../components/record-form/day-entry';
import { defineWords } from '../../i18n/words';

const useWords = defineWords('day-input', {
  vi: { wrong: 'Ghi ngày/tháng/năm, ví dụ 1/3/26', hint: 'ngày/tháng/năm' },
  en: { wrong: 'Write day/month/year, such as 1/3/26', hint: 'day/month/year' },
});

/** A day as people type it; what is no day is told when the field is left. */
export function DayInput({
  label,
  value,
  onChange,
  required = false,
}: {
  label: string;
  value: string | null;
  onChange: (day: string | null) => void;
  required?: boolean;
}) {
  const say = useWords();
  const [typed, setTyped] = useState<string | null>(null);
  const wrong = typed !== null && typed.trim() !== '' && readDay(typed, today()) === undefined;
  return (
    <TextInput
      label={label}
      required={required}
      placeholder={say('hint')}
      value={typed ?? (value ? showDay(value) : '')}
      error={wrong ? say('wrong') : undefined}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        onChange(readDay(event.currentTarget.value, today()) ?? null);
      }}
      onBlur={() => {
        if (!wrong) setTyped(null);
      }}
    />
  );
}
