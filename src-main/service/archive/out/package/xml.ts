/** XML as text. Attributes without a value are left out. */
import { escaped } from '#shared/text/markup';

export type Attributes = Readonly<Record<string, string | number | undefined>>;

const attributesText = (attributes: Attributes): string =>
  Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('');

/** `children`: elements; text is escaped by {@link leaf}. */
export const element = (name: string, attributes: Attributes = {}, children: readonly string[] = []): string =>
  children.length === 0
    ? `<${name}${attributesText(attributes)}/>`
    : `<${name}${attributesText(attributes)}>\n${children.join('\n')}\n</${name}>`;

export const leaf = (name: string, text: string, attributes: Attributes = {}): string =>
  `<${name}${attributesText(attributes)}>${escaped(text)}</${name}>`;

export const document = (root: string): Buffer => Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`, 'utf8');
