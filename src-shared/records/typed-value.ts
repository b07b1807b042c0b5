import type { Field } from './field';

/** The value of a field from what was typed on a command line or stands in a cell; empty clears. What it cannot read stays text and is refused by the schema. */
export function readTyped(field: Field, typed: string): unknown {
  const value = typed.trim().normalize('NFC');
  if (value === '') return null;
  switch (field.kind) {
    case 'integer':
    case 'money':
      return /^-?\d+$/.test(value) ? Number(value) : value;
    case 'boolean':
      return value === 'true' || value === '1' ? true : value === 'false' || value === '0' ? false : value;
    case 'codes':
    case 'refs':
    case 'tags':
      return value
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== '');
    case 'list':
      return JSON.parse(value);
    default:
      return value;
  }
}
